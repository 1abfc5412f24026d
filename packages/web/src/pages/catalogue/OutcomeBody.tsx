import type { OutcomeView } from '@recognition/client';
import { frameworkOf } from '@recognition/recognition';
import { useLanguage } from '../../language/context.tsx';
import { entry, longDate } from '../../language/index.ts';
import { Swatch } from '../../parts/Swatch.tsx';
import { known } from './status.ts';

/** What an outcome is, how it is shown, what stands behind it, and the skills that it gives; the same to its developer as to a learner. */
export function OutcomeBody({ outcome }: { readonly outcome: OutcomeView }) {
  const { t, language, field } = useLanguage();
  const developer = outcome.developerName ?? outcome.developer;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('outcome.code'), outcome.code],
    [t('outcome.version'), outcome.version === null ? null : String(outcome.version)],
    [t('figures.credits'), outcome.credits === null ? null : String(outcome.credits)],
    [t('figures.level'), outcome.level === null ? null : String(outcome.level)],
    [t('outcome.developer'), developer],
    [t('outcome.status'), statusOf(outcome, t, language)],
    [
      t('outcome.last'),
      outcome.lastAssessment === null || outcome.lastAssessment === undefined ? null : longDate(outcome.lastAssessment, language),
    ],
  ];
  return (
    <>
      <p className="top-2">
        <span className="sw">
          <Swatch field={outcome.field} />
          <span>{field(outcome.field)}</span>
        </span>
      </p>
      <div className="prose top-3">
        <div>
          <Texts title={t('outcome.assessments')} texts={outcome.assessments} />
          <Texts title={t('outcome.theory')} texts={outcome.theory} />
          <Texts title={t('outcome.practice')} texts={outcome.practice} />
          <h2 className="h2">{t('outcome.skills')}</h2>
          {outcome.skills === undefined || outcome.skills.length === 0 ? (
            <p className="muted">{t('outcome.not-yet')}</p>
          ) : (
            <table className="tbl">
              <thead>
                <tr>
                  <th scope="col">{t('outcome.skill')}</th>
                  <th scope="col">{t('outcome.how-far')}</th>
                </tr>
              </thead>
              <tbody>
                {outcome.skills.map((skill) => (
                  <tr key={`${skill.uri}${skill.relation}`}>
                    <td>
                      <a href={`/skills/at?uri=${encodeURIComponent(skill.uri)}&lang=${language}`}>
                        {typeof skill.label === 'string' ? skill.label : skill.label[language]}
                      </a>
                    </td>
                    <td>{entry(language, `skill.${skill.relation}`) ?? skill.relation}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
        <dl className="pairs">
          {facts.map(([name, value]) =>
            value === null || value === undefined ? null : (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </div>
    </>
  );
}

/** Where a definition stands here; a unit of another country's register has no standing here but that it is listed there. */
function statusOf(
  { kind, accredited, developer, status }: Pick<OutcomeView, 'kind' | 'accredited' | 'developer' | 'status'>,
  t: ReturnType<typeof useLanguage>['t'],
  language: ReturnType<typeof useLanguage>['language'],
): string {
  const framework = frameworkOf(kind, accredited);
  return framework === 'nz' || developer !== null
    ? t(`outcome.status.${known(status)}`)
    : t('shop.of-framework', { framework: entry(language, `shop.framework.${framework}`) ?? framework });
}

function Texts({ title, texts }: { readonly title: string; readonly texts: OutcomeView['assessments'] }) {
  const { t, language } = useLanguage();
  return (
    <>
      <h2 className="h2">{title}</h2>
      {texts === undefined || texts.length === 0 ? (
        <p className="muted">{t('outcome.not-yet')}</p>
      ) : (
        <ul className="dots">
          {texts.map((one) => {
            const text = typeof one === 'string' ? one : one.text;
            const lang = typeof one === 'string' || one.lang === language ? undefined : one.lang;
            return (
              <li key={text} lang={lang}>
                {text}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
