import { fieldLabel, type Language, languageOfName, longDate, sayer, shortDate } from '@recognition/web/language';
import { layoutStack, type StackInput, type StackItem, yearsOn } from '@recognition/web/stack-layout';
import { escapeHtml, stillStack, swatch } from '@recognition/web/stack-still';
import type { CredentialReading, ReadOutcome } from './credential-reading.ts';

/** The name of an award in this language; of anything else the name that it gives itself. */
export function awardName(language: Language, read: Pick<CredentialReading, 'isAward' | 'major' | 'name'>): string {
  if (!read.isAward) return read.name ?? '';
  const t = sayer(language);
  return `${t('award.alq')}${read.major === null ? '' : t('award.with-major', { field: fieldLabel(read.major, language) })}`;
}

/** A name as it was given, marked with its language where that is not the page's. */
export function given(name: string, language: Language): string {
  const own = languageOfName(name);
  return own === language ? escapeHtml(name) : `<span lang="${own}">${escapeHtml(name)}</span>`;
}

/** The still picture of an award for strangers and for paper; the empty string when no outcome has a date. */
export function awardPicture(
  language: Language,
  award: { readonly outcomes: readonly ReadOutcome[]; readonly major: string | null },
  paper: boolean,
  total: number,
): string {
  const t = sayer(language);
  const items: StackItem[] = award.outcomes.flatMap((one) =>
    one.date === null
      ? []
      : [
          {
            id: one.id,
            name: one.name,
            field: one.field,
            credits: one.credits,
            date: one.date,
            standing: 'counted',
            leaves: null,
          },
        ],
  );
  const from = items.map((item) => item.date).sort()[0];
  if (from === undefined || total > 400) return '';
  const own = items.filter((item) => item.field === award.major).reduce((sum, item) => sum + item.credits, 0);
  const frame = { from, to: yearsOn(from, 7) };
  const words: StackInput['words'] = {
    total: t('stack.credits', { count: total }),
    today: '',
    byField: t('stack.by-field'),
    share: t('stack.share', { percent: total === 0 ? 0 : Math.floor((100 * own) / total), total }),
    gap: null,
    frame: t('stack.frame-label', { from: shortDate(frame.from, language), to: shortDate(frame.to, language) }),
    field: (field) => fieldLabel(field, language),
    leaves: () => '',
    below: () => '',
  };
  const scene = layoutStack({ items, window: frame, today: null, major: award.major, need: 40, share: 51, size: 'still', words });
  const description = `${words.total}. ${award.major === null ? '' : `${fieldLabel(award.major, language)} ${own}.`}`;
  return stillStack(scene, { id: 'stack', title: t('stack.award'), description }, { paper });
}

/** The award as the document states it: facts, picture, skills, outcomes, and what it is not. */
export function awardSections(language: Language, read: CredentialReading, believed: boolean): string {
  const t = sayer(language);
  const e = (key: Parameters<typeof t>[0]): string => escapeHtml(t(key));
  const facts: readonly (readonly [string, string | null])[] = [
    [t('verify.holder'), read.holder ?? t('verify.not-named')],
    [t('verify.awarded'), read.awarded === null ? null : longDate(read.awarded, language)],
    [t('figures.credits'), read.credits === null ? null : String(read.credits)],
    [t('verify.issuer'), read.issuer],
  ];
  const picture = read.isAward ? awardPicture(language, read, false, read.credits ?? 0) : '';
  return `<section class="sec"><header><h2 class="h2">${e(believed ? 'verify.award' : 'verify.award-stated')}</h2></header><div class="award-top"><div><h3 class="h1">${given(awardName(language, read), language)}</h3>${read.isAward ? `<p class="lead top-2">${e('verify.what')}</p>` : ''}</div>
<dl class="pairs">${facts.map(([name, value]) => (value === null ? '' : `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`)).join('')}</dl></div>
${picture === '' ? '' : `<figure class="scroll top-3" tabindex="0" role="region" aria-label="${e('stack.award')}">${picture}</figure>`}</section>
${read.skills.length === 0 ? '' : skillsTable(language, read)}
${read.outcomes.length === 0 ? '' : outcomesTable(language, read.outcomes)}
<section class="sec"><header><h2 class="h2">${e('verify.what-not')}</h2></header><p class="measure">${e(read.isAward ? 'verify.what-not-text' : 'verify.what-not-other')}</p></section>`;
}

/** The outcomes as a table, newest last, with what each is worth. */
export function outcomesTable(language: Language, outcomes: readonly ReadOutcome[]): string {
  const t = sayer(language);
  const th = (key: Parameters<typeof t>[0], right = false): string =>
    `<th scope="col"${right ? ' class="r"' : ''}>${escapeHtml(t(key))}</th>`;
  const rows = outcomes.map(
    (one) =>
      `<tr><td class="f-date">${one.date === null ? '' : escapeHtml(shortDate(one.date, language))}</td><td class="f-name">${given(one.name, language)}</td><td class="f-field"><span class="sw">${swatch(one.field)}<span>${escapeHtml(fieldLabel(one.field, language))}</span></span></td><td class="r f-credits">${one.credits}</td><td class="r f-sum">${escapeHtml(one.level ?? '')}</td><td class="f-last">${escapeHtml(one.provider ?? '')}</td></tr>`,
  );
  return `<section class="sec"><header><h2 class="h2">${escapeHtml(t('verify.outcomes'))}</h2></header><table class="tbl figures"><thead><tr>${th('figures.date')}${th('figures.outcome')}${th('figures.field')}${th('figures.credits', true)}${th('figures.level', true)}<th scope="col" class="f-last">${escapeHtml(t('figures.provider'))}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function skillsTable(language: Language, read: CredentialReading): string {
  const t = sayer(language);
  const title = read.holder === null ? t('verify.skills-unnamed') : t('verify.skills', { who: read.holder });
  const rows = read.skills.map((skill) => {
    const through = read.outcomes.filter((one) => one.skills.includes(skill.label));
    return `<tr><th scope="row">${given(skill.label, language)}</th><td>${skill.relation === null ? '' : escapeHtml(t(`skill.${skill.relation}`))}</td><td>${through.map((one) => given(one.name, language)).join('; ')}</td></tr>`;
  });
  return `<section class="sec"><header><h2 class="h2">${escapeHtml(title)}</h2></header><table class="tbl skills"><thead><tr><th scope="col">${escapeHtml(t('outcome.skill'))}</th><th scope="col">${escapeHtml(t('outcome.how-far'))}</th><th scope="col">${escapeHtml(t('verify.through'))}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}
