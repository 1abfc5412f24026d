import { type Examination, headline, readOpenBadge2, sentenceOf } from '@recognition/credentials';
import { dateOfInstant, longDate, type Say } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';
import { readCredential } from './credential-reading.ts';
import { mark } from './marks.ts';
import type { PageOptions } from './shell.ts';

const MARKS = { verified: 'pass', 'not-verified': 'fail', inconclusive: 'unknown' } as const;

/** Each credential in a record or a presentation: its name, its own answer, and the first reason against it. */
export function insideSection(t: Say, language: PageOptions['language'], inside: readonly Examination[]): string {
  if (inside.length === 0) return '';
  const lines = inside.map((one) => {
    const { name, credits } = readCredential(one.document);
    const against =
      one.checks.find(({ outcome }) => outcome === 'fail') ?? one.checks.find(({ outcome }) => outcome === 'unknown');
    const said = against === undefined ? headline(one.answer, language) : sentenceOf(against, language).reason;
    const size = credits === null ? '' : ` · ${t('stack.credits', { count: credits })}`;
    const outcome = MARKS[one.answer];
    return `<li${outcome === 'pass' ? '' : ' class="notice"'}>${mark(outcome, t(`verify.mark.${outcome}`), 22)}<b>${escapeHtml(name ?? t('verify.inside.unnamed'))}</b><span>${escapeHtml(said)}${escapeHtml(size)}</span></li>`;
  });
  return `<section class="sec"><header><h2 class="h2">${escapeHtml(t('verify.inside.title'))}</h2></header><ul class="checks">${lines.join('')}</ul></section>`;
}

/** An Open Badge 2.0 as its file states it: worth reading as evidence, nothing of it checked. */
export function badgeSection(t: Say, language: PageOptions['language'], document: unknown): string {
  const badge = readOpenBadge2(document);
  if (badge === null) return '';
  const rows: readonly (readonly [string, string | null])[] = [
    [t('verify.badge.name'), badge.name],
    [t('verify.badge.issuer'), badge.issuer],
    [t('verify.badge.issued'), badge.issuedOn === null ? null : longDate(dateOfInstant(badge.issuedOn), language)],
    [t('verify.badge.description'), badge.description],
    [t('verify.badge.narrative'), badge.narrative],
    [t('verify.badge.address'), badge.id],
  ];
  const said = rows.flatMap(([label, value]) =>
    value === null ? [] : [`<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`],
  );
  return `<section class="sec"><header><h2 class="h2">${escapeHtml(t('verify.badge.title'))}</h2></header><p class="top-1">${escapeHtml(t('verify.badge.lead'))}</p><dl class="pairs top-2">${said.join('')}</dl></section>`;
}
