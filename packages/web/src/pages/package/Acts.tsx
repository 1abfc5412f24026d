import type { CoursePackage } from '@recognition/client';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { Sheet } from './Sheet.tsx';

/** What either party did, in order, and the versions before this one. */
export function Acts({ given, own }: { readonly given: CoursePackage; readonly own: 'employer' | 'provider' }) {
  const { t, language } = useLanguage();
  const before = given.versions.filter(({ version }) => version < given.version);
  return (
    <section className="sec" aria-labelledby="acts">
      <header>
        <h2 className="h2" id="acts">
          {t('package.history')}
        </h2>
      </header>
      {given.acts.length === 0 ? <p className="muted">{t('package.history-none')}</p> : null}
      <ol className="said">
        {given.acts.map((act) => (
          <li key={`${act.at} ${act.kind} ${act.version}`} className={act.side === own ? 'own' : undefined}>
            <small className="muted">
              {t(`package.act.${act.kind}`, {
                name: act.side === 'employer' ? given.employer.name : given.provider.name,
                version: act.version,
              })}
              , {longDate(dateOfInstant(act.at), language)}
            </small>
            {act.words === '' ? null : <p>{act.words}</p>}
          </li>
        ))}
      </ol>
      {before.map((version) => (
        <details key={version.version} className="earlier">
          <summary>
            {t('package.version-of', { n: version.version, date: longDate(dateOfInstant(version.proposedAt), language) })}
          </summary>
          <Sheet content={version.content} sums={version.sums} courses={given.courses} skills={[]} />
        </details>
      ))}
    </section>
  );
}
