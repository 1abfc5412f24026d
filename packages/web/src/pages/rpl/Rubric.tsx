import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import type { Application, Asked } from './queries.ts';

/** How each criterion was judged, and why. */
export function Rubric({ rubric }: { readonly rubric: Asked['rubric'] }) {
  const { t } = useLanguage();
  if (rubric.length === 0) return null;
  return (
    <details>
      <summary>{t('rpl.rubric')}</summary>
      <dl className="pairs wide-name">
        {rubric.map(({ id, words, lang, judgement, reason }) => (
          <div key={id}>
            <dt lang={lang}>{words}</dt>
            <dd>
              <b>{t(`rpl.judged.${judgement}`)}</b>
              <br />
              <span className="quoted">{reason}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** All that happened, with what was said. */
export function History({ lines }: { readonly lines: Application['history'] }) {
  const { t, language } = useLanguage();
  return (
    <section className="sec" aria-labelledby="history">
      <header>
        <h2 className="h2" id="history">
          {t('rpl.history')}
        </h2>
      </header>
      <ul className="log">
        {lines.map(({ kind, at, words }) => (
          <li key={`${kind}${at}`}>
            <span>{longDate(dateOfInstant(at), language)}</span>
            <span>
              {t(`rpl.event.${kind}`)}
              {words === null ? null : <span className="quoted">{words}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
