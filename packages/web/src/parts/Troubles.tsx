import { ApiError } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/context.tsx';
import { entry } from '../language/index.ts';
import { useTitle } from './use-title.ts';

/** What went wrong in plain words: what happened, what was kept, what to do. */
export function useTrouble(): (error: unknown) => string {
  const { language, t } = useLanguage();
  return (error) => {
    if (error instanceof ApiError)
      return (
        entry(language, `trouble.${error.code}`) ??
        (error.message === '' ? t('trouble.unknown') : `${error.message} ${t('trouble.kept')}`)
      );
    return t('trouble.unknown');
  };
}

interface Went {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** In place of a page's content when it could not be read. */
export function Trouble({ error, onRetry }: Went) {
  const { t } = useLanguage();
  const title = t(needsSignIn(error) ? 'trouble.sign-in-title' : 'trouble.title');
  useTitle(title);
  return (
    <section role="alert">
      <h1 className="display">{title}</h1>
      <WhatToDo error={error} {...(onRetry === undefined ? {} : { onRetry })}>
        <Link className="link" to="/">
          {t('trouble.home')}
        </Link>
      </WhatToDo>
    </section>
  );
}

/** In place of a part of a page, under the page's own heading and title. */
export function TroubleHere({ error, onRetry }: Went) {
  const { t } = useLanguage();
  return (
    <section role="alert">
      <h2 className="h3">{t(needsSignIn(error) ? 'trouble.sign-in-title' : 'trouble.title')}</h2>
      <WhatToDo error={error} {...(onRetry === undefined ? {} : { onRetry })} />
    </section>
  );
}

function WhatToDo({ error, onRetry, children }: Went & { readonly children?: ReactNode }) {
  const { t } = useLanguage();
  const say = useTrouble();
  return (
    <>
      <p className="lead top-2">{say(error)}</p>
      <div className="acts">
        {error instanceof ApiError && error.code === 'record-not-linked' ? (
          <Link className="btn" to="/account/link">
            {t('link.title')}
          </Link>
        ) : needsSignIn(error) ? (
          <Link className="btn" to="/enter">
            {t('nav.sign-in')}
          </Link>
        ) : onRetry === undefined ? null : (
          <button className="btn" type="button" onClick={onRetry}>
            {t('trouble.again')}
          </button>
        )}
        {children}
      </div>
    </>
  );
}

function needsSignIn(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}

export function NotFound() {
  const { t } = useLanguage();
  useTitle(t('missing.title'));
  return (
    <section>
      <h1 className="display">{t('missing.title')}</h1>
      <p className="lead top-2">{t('missing.text')}</p>
      <div className="acts">
        <Link className="btn" to="/">
          {t('trouble.home')}
        </Link>
      </div>
    </section>
  );
}

export function PageError({ error }: { readonly error: unknown }) {
  return <Trouble error={error} onRetry={() => window.location.reload()} />;
}

/** While a page's facts are on the way: grey of about the final size, so that nothing jumps. */
export function Waiting({ picture = false }: { readonly picture?: boolean }) {
  const { t } = useLanguage();
  return (
    <div role="status">
      <span className="unseen">{t('site.loading')}</span>
      <span className="bone d" />
      <span className="bone l" />
      {picture ? <span className="bone pic" /> : null}
      {[0, 1, 2, 3, 4].map((row) => (
        <span key={row} className="bone row" />
      ))}
    </div>
  );
}
