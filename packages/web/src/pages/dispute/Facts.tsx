import type { DisputeDetail } from '@recognition/client';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, entry, longDate, shortDate, timeOfInstant } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';

/** What was said, what the line is now, and all that happened: the same for everybody who may see it. */
export function Facts({ dispute, mine = false }: { readonly dispute: DisputeDetail; readonly mine?: boolean }) {
  const { t, language } = useLanguage();
  const result = (text: string): string => entry(language, `result.${text}`) ?? text;
  return (
    <>
      <div className="two top-3">
        <section className="sec" aria-labelledby="said">
          <header>
            <h2 className="h2" id="said">
              {t(mine ? 'dispute.you-said' : 'dispute.said')}
            </h2>
          </header>
          <p className="h3">{entry(language, `dispute.reason.${dispute.reason}`) ?? dispute.reason}</p>
          <p className="quoted top-1">{dispute.words}</p>
          <p className="small muted top-1">{longDate(dateOfInstant(dispute.openedAt), language)}</p>
        </section>
        <section className="sec" aria-labelledby="now">
          <header>
            <h2 className="h2" id="now">
              {t(
                dispute.missing !== null
                  ? 'dispute.missing-now'
                  : dispute.line === null
                    ? 'dispute.award-now'
                    : 'dispute.line-now',
              )}
            </h2>
          </header>
          {dispute.line === null ? null : (
            <dl className="pairs">
              <Pair name={t('figures.outcome')}>
                <Name>{dispute.line.name}</Name> ({dispute.line.code})
              </Pair>
              <Pair name={t('dispute.result')}>{result(dispute.line.result)}</Pair>
              <Pair name={t('figures.date')}>{longDate(dispute.line.date, language)}</Pair>
              <Pair name={t('figures.provider')}>{dispute.line.provider}</Pair>
              {dispute.line.status === 'confirmed' ? null : (
                <Pair name={t('dispute.status')}>{entry(language, `line.${dispute.line.status}`) ?? dispute.line.status}</Pair>
              )}
              {dispute.line.reference === null ? null : <Pair name={t('dispute.reference')}>{dispute.line.reference}</Pair>}
            </dl>
          )}
          {dispute.missing === null ? null : (
            <dl className="pairs">
              <Pair name={t('figures.outcome')}>
                <Name>{dispute.missing.name}</Name> ({dispute.missing.code})
              </Pair>
              <Pair name={t('figures.provider')}>{dispute.missing.provider}</Pair>
              {dispute.missing.on === null ? null : (
                <Pair name={t('figures.date')}>{longDate(dispute.missing.on, language)}</Pair>
              )}
              {dispute.learner === null ? null : <Pair name={t('dispute.learner')}>{dispute.learner.name}</Pair>}
              {dispute.learner?.dateOfBirth == null ? null : (
                <Pair name={t('dispute.born')}>{longDate(dispute.learner.dateOfBirth, language)}</Pair>
              )}
            </dl>
          )}
          {dispute.award === null ? null : (
            <dl className="pairs">
              <Pair name={t('dispute.award')}>{dispute.award.title[language]}</Pair>
              <Pair name={t('dispute.number')}>{dispute.award.id}</Pair>
              <Pair name={t('dispute.status')}>
                {entry(language, `award.status.${dispute.award.status}`) ?? dispute.award.status}
              </Pair>
            </dl>
          )}
          {dispute.statement === null ? null : (
            <div className="beside top-2">
              <p className="small muted">{t(mine ? 'dispute.you-stated' : 'dispute.statement-beside')}</p>
              <p className="quoted">{dispute.statement}</p>
            </div>
          )}
        </section>
      </div>
      <section className="sec" aria-labelledby="history">
        <header>
          <h2 className="h2" id="history">
            {t('dispute.history')}
          </h2>
        </header>
        <ol className="log">
          {dispute.history.map((event) => (
            <li key={`${event.at}${event.kind}`}>
              <span>
                {shortDate(dateOfInstant(event.at), language)} {timeOfInstant(event.at)}
              </span>
              <span>
                {entry(language, `dispute.event.${event.kind}`, { by: t(`dispute.by.${event.by}`) }) ?? event.kind}
                {event.words === null ? null : <span className="quoted small">{event.words}</span>}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {dispute.lineHistory.length < (dispute.missing === null ? 2 : 1) ? null : (
        <section className="sec" aria-labelledby="line-history">
          <header>
            <h2 className="h2" id="line-history">
              {t('dispute.line-history')}
            </h2>
          </header>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t('dispute.when')}</th>
                <th scope="col">{t('dispute.change')}</th>
                <th scope="col">{t('dispute.result')}</th>
                <th scope="col">{t('figures.date')}</th>
              </tr>
            </thead>
            <tbody>
              {dispute.lineHistory.map((event) => (
                <tr key={event.at}>
                  <td>{shortDate(dateOfInstant(event.at), language)}</td>
                  <td>{t(`dispute.line.${event.kind}`)}</td>
                  <td>{result(event.result)}</td>
                  <td>{shortDate(event.date, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
