import { WORDING_RULES, type WordingReport } from '@recognition/recognition/wording';
import { useLanguage } from '../../language/context.tsx';

/** How readable a definition is: the score, and the rules that make it, each with its points and its source. */
export function WordingScore({ report }: { readonly report: WordingReport }) {
  const { t, language } = useLanguage();
  return (
    <section className="reads top-2" aria-labelledby="reads">
      <h2 className="h3" id="reads">
        {t('wording.how')}: {t('wording.score', { score: report.score })}
      </h2>
      <p className="small muted">{t('wording.score-text')}</p>
      <meter className="score" min={0} max={100} low={50} high={80} optimum={100} value={report.score} aria-labelledby="reads" />
      <details className="small">
        <summary>{t('wording.to-mend-parts')}</summary>
        <dl className="reads-parts">
          {report.parts.map(({ check, points, weight }) => {
            const rule = WORDING_RULES.find((one) => one.check === check);
            return (
              <div key={check}>
                <dt>{t(`wording.part.${partOf(check)}`)}</dt>
                <dd>
                  <b>{points === null ? t('wording.does-not-apply') : t('wording.points', { points, weight })}</b>{' '}
                  {rule === undefined ? '' : rule.says[language]}
                </dd>
              </div>
            );
          })}
        </dl>
        {report.grade === null ? null : <p>{t('wording.grade', { grade: Math.max(0, Math.round(report.grade)) })}</p>}
      </details>
    </section>
  );
}

const PARTS = [
  'observable-verb',
  'one-outcome',
  'conditions',
  'standard',
  'plain-words',
  'abbreviations',
  'plain-english',
  'language',
  'structure',
  'skills-linked',
] as const;

/** The rule as the sentences of the site name it. */
export function partOf(check: string): (typeof PARTS)[number] {
  return PARTS.find((part) => part === check) ?? 'structure';
}
