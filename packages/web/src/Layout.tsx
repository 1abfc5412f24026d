import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { sessionQuery, unseenQuery } from './api.ts';
import { useLanguage } from './language/context.tsx';
import { translationNote } from './language/translation-note.ts';
import { LedgerDoors } from './pages/ledger/LedgerDoors.tsx';
import { ActingFor } from './parts/ActingFor.tsx';
import { Patterns } from './parts/Patterns.tsx';
import { SignOut } from './parts/SignOut.tsx';

/** The frame of every page: skip link, masthead with the doors of who is signed in, and the foot with what must be said. */
export function Layout() {
  const { t, language, setLanguage } = useLanguage();
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const other = language === 'en' ? 'mi' : 'en';
  const who = [session?.person?.name, session?.organisation?.name].filter((part) => part !== undefined).join(', ');
  return (
    <>
      <Patterns />
      <a className="skip" href="#main">
        {t('site.skip')}
      </a>
      <div className="page">
        {session?.actsFor == null ? null : <ActingFor actsFor={session.actsFor} />}
        <header className="mast">
          <Link className="brand" to="/">
            <Sign />
            <span>
              <b>{t('site.name')}</b>
              <small lang={other}>{t('site.other-name')}</small>
            </span>
          </Link>
          <nav aria-label={t('site.nav')}>
            {session?.actor === 'learner' ? <Link to="/record">{t('nav.record')}</Link> : null}
            {session?.actor === 'learner' && session.linked ? <LedgerDoors /> : null}
            {session?.actor === 'provider' ? <Link to="/results">{t('nav.results')}</Link> : null}
            {session?.actor === 'steward' ? <Link to="/stewardship">{t('nav.stewardship')}</Link> : null}
            {session?.actor === 'provider' && session.roles.includes('assessor') ? (
              <Link to="/assess">{t('assess.title')}</Link>
            ) : null}
            {session?.actor === 'provider' ? <Link to="/reading">{t('nav.reading')}</Link> : null}
            {session?.actor === 'developer' ? <Link to="/outcomes">{t('nav.outcomes')}</Link> : null}
            {session?.actor === 'provider' && session.roles.includes('developer') ? (
              <Link to="/outcomes/micro-credentials">{t('mc.title')}</Link>
            ) : null}
            {session?.actor === 'steward' ? <Link to="/outcomes/review">{t('nav.approvals')}</Link> : null}
            {session?.actor === 'employer' ? <Link to="/talent">{t('talent.title')}</Link> : null}
            <Link to="/catalogue">{t('nav.catalogue')}</Link>
            <a href={`/verify?lang=${language}`}>{t('nav.verify')}</a>
          </nav>
          <div className="tools">
            <a
              href={`?lang=${other}`}
              lang={other}
              onClick={(event) => {
                event.preventDefault();
                void setLanguage(other).then(() =>
                  navigate({ to: '.', search: (now) => ({ ...now, lang: other }), replace: true, resetScroll: false }),
                );
              }}
            >
              {other === 'mi' ? 'Te reo Māori' : 'English'}
            </a>
            {session?.signedIn === true ? (
              <>
                {session.actor === 'learner' && session.linked && session.actsFor === null ? <Unseen /> : null}
                <Link className="mine" to="/account" aria-label={t('nav.account', { name: who })}>
                  <span className="who">{who}</span>
                  <span className="who-short">{t('nav.account-short')}</span>
                </Link>
                <SignOut className="out" />
              </>
            ) : session === undefined ? null : (
              <Link to="/enter">{t('nav.sign-in')}</Link>
            )}
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <footer className="foot page">
        <div>
          {session?.demonstration === true ? <span>{t('site.invented', { authority: session.authority[language] })}</span> : null}
          <span>{t('site.no-level')}</span>
          {translationNote(language) === null ? null : <span>{translationNote(language)}</span>}
          <Link to="/frameworks">{t('frameworks.title')}</Link>
          <Link to="/catalogue/kinds">{t('kinds.link')}</Link>
          <Link to="/compose">{t('compose.link')}</Link>
          <a href="/api/docs">{t('site.api')}</a>
        </div>
      </footer>
    </>
  );
}

/** How many notices are new, leading to them; nothing when there are none. */
function Unseen() {
  const { t } = useLanguage();
  const { data } = useQuery(unseenQuery);
  if (data === undefined || data.unseen === 0) return null;
  return (
    <Link className="unread" to="/account/notices" aria-label={t('nav.notices', { count: data.unseen })}>
      {data.unseen > 99 ? '99+' : data.unseen}
    </Link>
  );
}

function Sign() {
  return (
    <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
      <path d="M1 1H33V33H1Z" fill="none" stroke="var(--action)" strokeWidth="2" />
      <path d="M6 23H13V28H6Z M13.5 15H20.5V23H13.5Z M21 6H28V15H21Z" fill="var(--action)" />
    </svg>
  );
}
