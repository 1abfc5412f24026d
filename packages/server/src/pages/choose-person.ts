import { sayer } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import { type PageOptions, serverPage } from './shell.ts';

interface Person {
  readonly id: string;
  readonly door: 'learner' | 'provider' | 'developer' | 'employer' | 'steward';
  readonly name: string;
  readonly shows: { readonly en: string; readonly mi: string };
}

/** The page on which the demonstration's issuer asks who to be, as the website's own does; `address` is where the answer goes. */
export function choosePersonPage(options: Omit<PageOptions, 'title'>, people: readonly Person[], address: string): string {
  const { language } = options;
  const t = sayer(language);
  const title = language === 'mi' ? 'Ko wai koe i tēnei whakaaturanga?' : 'Who are you in this demonstration?';
  const items = people.map(
    ({ id, door, name, shows }) =>
      `<li><span class="muted">${escapeHtml(t(`actor.${door}`))}</span><span><a href="${escapeHtml(address)}?as=${encodeURIComponent(id)}">${escapeHtml(name)}</a></span><span>${escapeHtml(shows[language])}</span></li>`,
  );
  return serverPage(
    { ...options, title },
    `<h1 class="display">${title}</h1><p class="lead top-2">${escapeHtml(t('sign-in.demonstration'))}</p><ul class="people top-3">${items.join('')}</ul>`,
  );
}
