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
import { groupSkills } from '@recognition/recognition';
import { groupName, nameOf, stillSkills, strongestLine } from '@recognition/web/skills-still';
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

/** Skills first, put together by kind; each group as a table and, where outcomes are shown, as a picture with the same content. */
function skillsSection(language: Language, content: SharedContent): string {
  const t = sayer(language);
  const e = (text: string): string => escapeHtml(text);
  const head = `<header><h2 class="h2">${e(t('shared.skills'))}</h2></header>`;
  const kept = content.outcomesShown ? '' : `<p class="muted">${e(t('shared.outcomes-kept'))}</p>`;
  if (content.skills.length === 0)
    return `<section class="sec">${head}<p class="measure">${e(t('shared.no-skills'))}</p></section>`;
  const groups = groupSkills(content.skills, 'kind').map((group) => {
    const name = groupName(group, 'kind', t, language);
    const drawn = group.skills.map((skill) => ({ ...skill, name: nameOf(skill, language) }));
    const joined = new Set(drawn.flatMap(({ through }) => through)).size;
    const label = t('can.graph-of', { group: name, skills: drawn.length, outcomes: joined });
    const picture = stillSkills(drawn, label);
    const folded = picture === '' ? '' : `<details><summary>${e(t('can.view.graph'))}</summary>${picture}</details>`;
    return `<div class="skill-group"><h3 class="h3">${e(name)}</h3>${skillTable(language, group.skills)}${folded}</div>`;
  });
  return `<section class="sec">${head}${kept}${groups.join('')}</section>`;
}

function skillTable(language: Language, skills: readonly SharedContent['skills'][number][]): string {
  const t = sayer(language);
  const dates = skills.some(({ latest }) => latest !== null);
  const attested = skills.some(({ attestedBy }) => attestedBy.length > 0);
  const th = (text: string, more = ''): string => `<th scope="col"${more}>${escapeHtml(text)}</th>`;
  // On a phone each cell says what it is, below the name of its row.
  const td = (what: string, inside: string, more = ''): string => `<td data-before="${escapeHtml(what)}"${more}>${inside}</td>`;
  const head = [
    th(t('outcome.skill')),
    th(t('outcome.how-far')),
    th(t('can.strongest')),
    attested ? th(t('can.attested')) : '',
    dates ? th(t('shared.latest'), ' class="r"') : '',
  ];
  const rows = skills.map((skill) => {
    const { name } = skill.strongest;
    const more = strongestLine({ strongest: { ...skill.strongest, name: null } }, t, language);
    const others = skill.through.filter((one) => one !== name).map((one) => given(one, language));
    const behind = skill.through.length === 0 ? [t('can.behind', { count: skill.outcomes })] : [];
    const strongest = [name === null ? '' : given(name, language), ...[...more, ...behind].map(escapeHtml)].filter(
      (part) => part !== '',
    );
    const cells = [
      `<th scope="row">${given(nameOf(skill, language), language)}</th>`,
      td(
        t('outcome.how-far'),
        `<span class="far">${far(skill.relation)}<span>${escapeHtml(t(`skill.${skill.relation}`))}</span></span>${skill.proficiency === null ? '' : `<small class="muted block">${escapeHtml(t('can.proficiency', { level: skill.proficiency }))}</small>`}`,
      ),
      td(
        t('can.strongest'),
        `${strongest.join(' · ')}${others.length === 0 ? '' : `<small class="block muted">${others.join('; ')}</small>`}`,
      ),
      attested ? td(t('can.attested'), escapeHtml(skill.attestedBy.join(', '))) : '',
      dates ? td(t('shared.latest'), skill.latest === null ? '' : skill.latest.slice(0, 4), ' class="r"') : '',
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table class="tbl stacked skills"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
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
