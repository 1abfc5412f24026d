import {
  dateOfInstant,
  fieldLabel,
  type Language,
  longDate,
  type Say,
  sayer,
  shortDate,
  timeOfInstant,
} from '@recognition/web/language';
import { escapeHtml, swatch } from '@recognition/web/stack-still';
import type { OpenedShare, SharedContent } from '../sharing/index.ts';
import { mark } from './marks.ts';
import { type PageOptions, serverPage } from './shell.ts';
import { sharedAwards } from './shared-awards.ts';
import { given } from './verify-award.ts';

type SharedOptions = Omit<PageOptions, 'title' | 'current'>;

/** What a learner shares by a link: skills first, then outcomes and awards as they stand now, and what this is not. */
export function sharedPage(options: SharedOptions, opened: OpenedShare): string {
  const { language } = options;
  const t = sayer(language);
  const { content } = opened;
  const who = content.holder;
  const headline = who === null ? t('shared.headline-unnamed') : t('shared.headline', { who });
  const top = `<p class="eyebrow">${escapeHtml(t('shared.eyebrow', { audience: opened.audience, purpose: opened.purpose }))}</p>
<h1 class="display">${escapeHtml(headline)}</h1><p class="lead top-2">${escapeHtml(t('shared.lead', { date: longDate(opened.expiresOn, language) }))}</p>
<p class="small muted top-2">${escapeHtml(t('shared.seen', { date: longDate(dateOfInstant(content.checkedAt), language), time: timeOfInstant(content.checkedAt) }))}</p>`;
  const parts = [
    top,
    content.ended === 0 ? '' : `<p class="say wait top-3">${escapeHtml(t('shared.ended', { count: content.ended }))}</p>`,
    skillsSection(language, content),
    outcomesSection(language, content),
    sharedAwards(language, content),
    notSection(t, content),
  ];
  return serverPage({ ...options, title: t('shared.title') }, parts.join('\n'));
}

/** The form for a PIN; `trouble` says what was wrong with the one before. It works without JavaScript. */
export function pinPage(options: SharedOptions, action: string, trouble: string | null, seconds: number): string {
  const t = sayer(options.language);
  const e = (key: Parameters<Say>[0]): string => escapeHtml(t(key));
  const said = trouble === null ? null : seconds > 0 ? `${trouble} ${t('shared.pin-wait', { n: seconds })}` : trouble;
  const content = `<h1 class="display">${e('shared.pin-title')}</h1><p class="lead top-2">${e('shared.pin-lead')}</p>
${said === null ? '' : `<p class="say wrong top-2" role="alert">${escapeHtml(said)}</p>`}
<form class="verify-form" method="post" action="${escapeHtml(action)}"><div class="field"><label for="pin">${e('shared.pin')}</label><span class="hint" id="pin-hint">${e('shared.pin-hint')}</span><input class="input pin" id="pin" name="pin" inputmode="numeric" pattern="[0-9]{4,8}" maxlength="8" required autocomplete="off" aria-describedby="pin-hint"></div>
<div><button class="btn" type="submit">${e('shared.pin-go')}</button></div></form>`;
  return serverPage({ ...options, title: t('shared.pin-title') }, content);
}

/** Why a link shows nothing, in one kind sentence. */
export function closedPage(options: SharedOptions, sentence: string): string {
  const t = sayer(options.language);
  const content = `<section class="answer-top">${mark('unknown', '', 60)}<div><h1 class="display">${escapeHtml(t('shared.nothing'))}</h1><p class="lead top-2">${escapeHtml(sentence)}</p>
<div class="acts"><a class="btn second" href="/verify?lang=${options.language}">${escapeHtml(t('shared.verify-instead'))}</a></div></div></section>`;
  return serverPage({ ...options, title: t('shared.nothing') }, content);
}

function skillsSection(language: Language, content: SharedContent): string {
  const t = sayer(language);
  const dates = content.skills.some(({ latest }) => latest !== null);
  const explained = content.skills.some(({ through }) => through.length > 0);
  const head = `<tr><th scope="col">${escapeHtml(t('outcome.skill'))}</th><th scope="col">${escapeHtml(t('outcome.how-far'))}</th>${explained ? `<th scope="col">${escapeHtml(t('verify.through'))}</th>` : ''}${dates ? `<th scope="col" class="r">${escapeHtml(t('shared.latest'))}</th>` : ''}</tr>`;
  const rows = content.skills.map(
    (skill) =>
      `<tr><th scope="row">${given(skill.label, language)}</th><td><span class="far">${far(skill.relation)}<span>${escapeHtml(relation(t, skill.relation))}</span></span></td>${explained ? `<td>${skill.through.map((name) => given(name, language)).join('; ')}</td>` : ''}${dates ? `<td class="r">${skill.latest === null ? '' : skill.latest.slice(0, 4)}</td>` : ''}</tr>`,
  );
  const table =
    rows.length === 0
      ? `<p class="measure">${escapeHtml(t('shared.no-skills'))}</p>`
      : `<table class="tbl skills"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
  return `<section class="sec"><header><h2 class="h2">${escapeHtml(t('shared.skills'))}</h2></header>${table}</section>`;
}

function relation(t: Say, slug: string): string {
  return slug === 'competent' || slug === 'showcases' ? t(`skill.${slug}`) : t('skill.earns');
}

/** Three steps, of which one, two or three are reached. */
function far(slug: string): string {
  const reached = slug === 'showcases' ? 3 : slug === 'competent' ? 2 : 1;
  const steps = [0, 1, 2].map(
    (step) =>
      `<rect x="${step * 9 + 0.5}" y="${9.5 - step * 4}" width="8" height="${6 + step * 4}" ${step < reached ? 'fill="currentColor"' : 'fill="none"'} stroke="currentColor"/>`,
  );
  return `<svg width="28" height="17" viewBox="0 0 28 17" aria-hidden="true">${steps.join('')}</svg>`;
}

function outcomesSection(language: Language, content: SharedContent): string {
  if (content.outcomes.length === 0) return '';
  const t = sayer(language);
  const shows = (field: SharedContent['fields'][number]): boolean => content.fields.includes(field);
  const th = (text: string, of: string): string => `<th scope="col" class="${of}">${escapeHtml(text)}</th>`;
  const head = [
    shows('dates') ? th(t('figures.date'), 'f-date') : '',
    th(t('figures.outcome'), 'f-name'),
    th(t('figures.field'), 'f-field'),
    th(t('figures.credits'), 'r f-credits'),
    th(t('figures.level'), 'r f-sum'),
    shows('grades') ? th(t('shared.result'), 'f-last') : '',
    shows('providers') ? th(t('figures.provider'), 'f-last') : '',
  ];
  const rows = content.outcomes.map((one) => {
    const notes = [
      one.confirmed ? null : t('shared.unconfirmed'),
      one.standard === null ? null : t('shared.part-of', { id: one.standard.id, credits: one.standard.credits }),
    ].filter((note) => note !== null);
    const small = notes.length === 0 ? '' : ` <small class="muted">(${escapeHtml(notes.join('; '))})</small>`;
    const beside =
      one.statement === null
        ? ''
        : `<div class="beside"><span class="small muted">${escapeHtml(t('shared.statement'))}</span> ${escapeHtml(one.statement)}</div>`;
    const cells = [
      shows('dates') ? `<td class="f-date">${one.date === null ? '' : escapeHtml(shortDate(one.date, language))}</td>` : '',
      `<td class="f-name">${given(one.name, language)}${small}${beside}</td>`,
      `<td class="f-field"><span class="sw">${swatch(one.field)}<span>${escapeHtml(fieldLabel(one.field, language))}</span></span></td>`,
      `<td class="r f-credits">${one.credits}</td><td class="r f-sum">${one.level ?? ''}</td>`,
      shows('grades') ? `<td class="f-last">${escapeHtml(resultOf(t, one))}</td>` : '',
      shows('providers') ? `<td class="f-last">${escapeHtml(one.provider ?? '')}</td>` : '',
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<section class="sec"><header><h2 class="h2">${escapeHtml(t('shared.outcomes'))}</h2></header><table class="tbl figures"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function resultOf(t: Say, { result, mode }: SharedContent['outcomes'][number]): string {
  const word = result === 'merit' || result === 'excellence' ? t(`result.${result}`) : t('result.achieved');
  return mode === 'rpl' || mode === 'crt' ? `${word}, ${t(`result.mode.${mode}`)}` : word;
}

function notSection(t: Say, content: SharedContent): string {
  const out = (['name', 'grades', 'dates', 'providers'] as const)
    .filter((field) => !content.fields.includes(field))
    .map((field) => t(`shared.field.${field}`));
  const said = [
    t('shared.not-whole'),
    ...(out.length === 0 ? [] : [t('shared.not-fields', { fields: out.join(', ') })]),
    ...(content.awards.length === 0 ? [] : [t('shared.not-level')]),
  ];
  return `<section class="sec"><header><h2 class="h2">${escapeHtml(t('shared.not'))}</h2></header>${said.map((line) => `<p class="measure top-1">${escapeHtml(line)}</p>`).join('')}</section>`;
}
