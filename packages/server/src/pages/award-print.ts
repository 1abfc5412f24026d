import { type Language, longDate, sayer } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import type { ReadOutcome } from './credential-reading.ts';
import { qrCode } from './qr.ts';
import { brand, type PageOptions, serverPage } from './shell.ts';
import { awardName, awardPicture, outcomesTable } from './verify-award.ts';

/** What a certificate needs of an award; `outcomes` in the order of their dates. */
export interface PrintedAward {
  readonly id: string;
  readonly title: { readonly en: string; readonly mi: string };
  readonly size: { readonly en: string; readonly mi: string } | null;
  /** What everybody is told of awards of its kind. */
  readonly note: { readonly en: string; readonly mi: string };
  readonly major: string | null;
  readonly credits: number;
  /** Whether it is stacked in a window of years, which a picture shows; else it is made of named parts. */
  readonly stacked: boolean;
  readonly issuedOn: string;
  /** The learner's name, when the learner chose to have it on the award. */
  readonly nameOnAward: string | null;
  readonly policy: { readonly id: string; readonly version: string };
  readonly verifyUrl: string;
  /** False for one that is no longer in force, which says so across its head. */
  readonly inForce: boolean;
  readonly statusSentence: string | null;
  readonly outcomes: readonly ReadOutcome[];
}

/** The certificate and the list of outcomes, two sheets of A4. Patterns, words and brackets carry it in black and white too. */
export function awardPrintPage(options: Omit<PageOptions, 'title' | 'current'>, award: PrintedAward): string {
  const { language } = options;
  const other: Language = language === 'en' ? 'mi' : 'en';
  const t = sayer(language);
  const called = (spoken: Language): string =>
    award.stacked ? awardName(spoken, { isAward: true, major: award.major, name: null }) : award.title[spoken];
  const name = called(language);
  const otherName = called(other);
  const note = award.stacked ? t('award.no-level') : award.note[language];
  const top = `<header class="mast">${brand(t, other, '/')}<p class="small r">${escapeHtml(t('print.award-no', { id: award.id }))}<br>${escapeHtml(t('claim.rule', award.policy))}</p></header>`;
  const stopped =
    award.inForce || award.statusSentence === null ? '' : `<p class="say wrong top-2">${escapeHtml(award.statusSentence)}</p>`;
  const to =
    award.nameOnAward === null
      ? ''
      : `<p class="muted top-3">${escapeHtml(t('print.awarded-to'))}</p><p class="name">${escapeHtml(award.nameOnAward)}</p>`;
  const address = award.verifyUrl.replace(/^https?:\/\//, '');
  const notice = options.notice === null ? '' : `<p class="small top-1"><b>${escapeHtml(options.notice)}</b></p>`;
  const picture = award.stacked
    ? `<figure class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(t('stack.award'))}">${awardPicture(language, award, true, award.credits)}</figure>
<p class="small muted top-2">${escapeHtml(t('print.explain'))}</p>`
    : `<p class="top-3">${escapeHtml(t('print.stands-on', { count: award.outcomes.length }))}</p>`;
  const total =
    award.size === null ? '' : `<p class="top-2"><b>${escapeHtml(t('print.total'))}: ${escapeHtml(award.size[language])}</b></p>`;
  const content = `<p class="small noprint muted">${escapeHtml(t('print.now'))}</p>
<div class="sheets"><article class="sheet">${top}${stopped}${to}
<h1 class="h1 top-3">${escapeHtml(name)}</h1><p class="muted" lang="${other}">${escapeHtml(otherName)}</p>
<p class="top-2">${escapeHtml(longDate(award.issuedOn, language))}<span lang="${other}" class="muted"> / ${escapeHtml(longDate(award.issuedOn, other))}</span></p>
${picture}<p class="small top-1">${escapeHtml(note)}</p>${notice}
<div class="checkit">${qrCode(award.verifyUrl, t('award.qr'))}<div><h2 class="h3">${escapeHtml(t('print.check'))}</h2><p class="small">${escapeHtml(t('print.check-text'))}</p><p><b>${escapeHtml(address)}</b></p></div></div></article>
<article class="sheet">${top}${outcomesTable(language, award.outcomes)}${total}<p class="small top-1">${escapeHtml(note)}</p></article></div>`;
  return serverPage({ ...options, title: name, paper: true }, content);
}
