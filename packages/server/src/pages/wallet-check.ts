import { longDate, sayer } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import { qrCode } from './qr.ts';
import { type PageOptions, serverPage } from './shell.ts';

type Options = Omit<PageOptions, 'title' | 'current'>;

/** The page on which anyone asks a wallet for an award: what it is, and one button. `trouble` is a sentence about what came before. */
export function askWalletPage(options: Options, trouble: string | null): string {
  const t = sayer(options.language);
  const content = `<p class="eyebrow"><a href="/verify?lang=${options.language}">${escapeHtml(t('verify.title'))}</a></p>
<h1 class="display">${escapeHtml(t('wallet.ask-title'))}</h1><p class="lead top-2">${escapeHtml(t('wallet.ask-lead'))}</p>
${trouble === null ? '' : `<p class="say wait top-2" role="status">${escapeHtml(trouble)}</p>`}
<form class="top-3" method="post" action="/verify/wallet?lang=${options.language}"><button class="btn" type="submit">${escapeHtml(t('wallet.ask'))}</button></form>`;
  return serverPage({ ...options, title: t('wallet.ask-title'), current: 'verify' }, content);
}

/** The code for a wallet to read, and where the answer will stand. */
export function waitWalletPage(
  options: Options,
  { wallet, answer }: { readonly wallet: string; readonly answer: string },
): string {
  const t = sayer(options.language);
  const content = `<p class="eyebrow"><a href="/verify?lang=${options.language}">${escapeHtml(t('verify.title'))}</a></p>
<h1 class="display">${escapeHtml(t('wallet.scan-title'))}</h1><p class="lead top-2">${escapeHtml(t('wallet.scan-lead'))}</p>
<div class="qr top-3">${qrCode(wallet, t('wallet.scan-code'))}</div>
<div class="acts"><a class="btn" href="${escapeHtml(answer)}">${escapeHtml(t('wallet.see'))}</a><a class="btn second" href="${escapeHtml(wallet)}">${escapeHtml(t('wallet.this-device'))}</a></div>
<p class="small muted top-2 measure">${escapeHtml(t('wallet.kept'))}</p>`;
  return serverPage({ ...options, title: t('wallet.scan-title'), current: 'verify', hidden: true }, content);
}

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly on: string;
}

/** Asks the learner whether a wallet may have something of theirs, and what. */
export function agreePage(
  options: Options,
  asked: { readonly goesTo: string; readonly client: string; readonly requestUri: string; readonly csrf: string },
  choices: readonly Choice[],
): string {
  const t = sayer(options.language);
  const e = escapeHtml;
  const hidden = (name: string, value: string): string => `<input type="hidden" name="${name}" value="${e(value)}">`;
  const list = choices
    .map(
      ({ id, name, on }, at) =>
        `<label class="tick"><input type="radio" name="item" value="${e(id)}"${at === 0 ? ' checked' : ''}> ${e(name)}, ${e(longDate(on, options.language))}</label>`,
    )
    .join('');
  const content = `<h1 class="display">${e(t('wallet.agree-title'))}</h1><p class="lead top-2">${e(t('wallet.agree-lead', { goesTo: asked.goesTo, client: asked.client }))}</p>
<form class="asking top-3" method="post" action="/wallet/authorize?lang=${options.language}">${hidden('request_uri', asked.requestUri)}${hidden('csrf', asked.csrf)}
${choices.length === 0 ? `<p class="say wait">${e(t('wallet.nothing'))}</p>` : `<fieldset><legend>${e(t('wallet.which'))}</legend>${list}</fieldset>`}
<div class="acts">${choices.length === 0 ? '' : `<button class="btn" type="submit" name="answer" value="yes">${e(t('wallet.agree'))}</button>`}<button class="btn second" type="submit" name="answer" value="no">${e(t('wallet.refuse'))}</button></div></form>`;
  return serverPage({ ...options, title: t('wallet.agree-title'), hidden: true }, content);
}

/** The way back: a link, since a form of ours may lead nowhere but to us. */
export function backPage(options: Options, address: string, goesTo: string): string {
  const t = sayer(options.language);
  const content = `<h1 class="display">${escapeHtml(t('wallet.back-title'))}</h1><p class="lead top-2">${escapeHtml(t('wallet.back-lead', { goesTo }))}</p>
<div class="acts"><a class="btn" href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(t('wallet.back'))}</a></div>`;
  return serverPage({ ...options, title: t('wallet.back-title'), hidden: true }, content);
}

/** Nobody asks any more, or nobody is signed in: one sentence, and where to go. */
export function walletSaysPage(
  options: Options,
  said: string,
  next: { readonly href: string; readonly label: string } | null,
): string {
  const t = sayer(options.language);
  const content = `<h1 class="display">${escapeHtml(t('wallet.agree-title'))}</h1><p class="say wait top-2">${escapeHtml(said)}</p>
${next === null ? '' : `<div class="acts"><a class="btn" href="${escapeHtml(next.href)}">${escapeHtml(next.label)}</a></div>`}`;
  return serverPage({ ...options, title: t('wallet.agree-title'), hidden: true }, content);
}
