import { type Award, type RecognitionFramework, type RuleVersion } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { type RuleLine, ruleLines } from './rule-lines.ts';

interface Props {
  readonly framework: RecognitionFramework;
  readonly award: Award;
}

/** One kind of award: what each version of its rule says, side by side, with the date from which it decides. */
export function AwardRules({ framework, award }: Props) {
  const { t, language } = useLanguage();
  const own = framework.language === null ? undefined : award.title[framework.language];
  return (
    <section className="award-rules" aria-labelledby={`award-${award.id}`}>
      <h3 className="h3" id={`award-${award.id}`}>
        {award.title[language]}
      </h3>
      {own === undefined ? null : (
        <p className="muted" lang={framework.language ?? undefined}>
          {own}
        </p>
      )}
      {award.rule === 'stack' ? (
        <p className="measure">
          {t('frameworks.stacked', { versions: award.versions.map(({ version }) => version).join(', ') })}
        </p>
      ) : (
        <Versions framework={framework} versions={award.versions} />
      )}
    </section>
  );
}

function Versions({
  framework,
  versions,
}: {
  readonly framework: RecognitionFramework;
  readonly versions: readonly RuleVersion[];
}) {
  const { t, language } = useLanguage();
  const ordered = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1));
  const columns = ordered.map((rule) => Map.groupBy(ruleLines(framework, rule, t, language), ({ name }) => name));
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const textOf = (lines: readonly RuleLine[] | undefined): string => lines?.map(({ text }) => text).join('; ') ?? '–';
  return (
    <table className="tbl rules-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('frameworks.rule')}</span>
          </th>
          {ordered.map(({ version, from }) => (
            <th key={version} scope="col">
              {t('frameworks.version', { version, date: longDate(from, language) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const texts = columns.map((column) => textOf(column.get(name)));
          const differs = new Set(texts).size > 1;
          return (
            <tr key={name} className={differs ? 'differs' : undefined}>
              <th scope="row">
                {t(name)}
                {differs ? <span className="muted"> ({t('frameworks.differs')})</span> : null}
              </th>
              {texts.map((text, at) => (
                <td key={ordered[at]?.version} lang={columns[at]?.get(name)?.[0]?.lang}>
                  {text}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
