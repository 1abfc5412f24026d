import type { Redecided } from '../../deciding/decide.ts';
import { type Line, RULE, sumsOf } from '../../deciding/model.ts';
import { type Language, longDate, type Say } from '../../language/index.ts';

/** How a page speaks: its sentences, its language, and the names of the fields. */
export interface Spoken {
  readonly t: Say;
  readonly language: Language;
  readonly field: (field: string | null) => string;
}

interface Shown {
  readonly untouched: boolean;
  readonly counted: ReadonlySet<string>;
  readonly problems: readonly { readonly code: string }[];
}

/** The answer of the page in one sentence; it changes when the facts change. */
export function headline({ t, language, field }: Spoken, state: Redecided, shown: Shown, lines: readonly Line[]): string {
  const { total } = sumsOf(lines, shown.counted);
  if (shown.untouched) {
    if (state.eligible) return state.major === null ? t('headline.can') : t('headline.can-major', { field: field(state.major) });
    return state.by === null || total === 0
      ? t('headline.start')
      : t('headline.more', { count: state.missing, date: longDate(state.by, language) });
  }
  if (shown.problems.length > 0) return t('headline.not-valid');
  if (state.eligible)
    return state.major === null ? t('headline.would') : t('headline.would-major', { field: field(state.major) });
  return t('headline.within', { sum: total, need: RULE.credits });
}

/** The sentence under it: how much, from what, and when. */
export function leadOf({ t, language, field }: Spoken, state: Redecided, shown: Shown, lines: readonly Line[]): string {
  const counted = lines.filter((line) => shown.counted.has(line.id));
  const { total, largest } = sumsOf(lines, shown.counted);
  const first = counted[0];
  const last = counted.at(-1);
  if (first === undefined || last === undefined) return t('lead.nothing');
  const sum = t('lead.sum', {
    credits: total,
    count: counted.length,
    from: longDate(first.date, language),
    to: longDate(last.date, language),
  });
  if (state.major !== null && largest !== null)
    return `${sum} ${t('lead.major', { credits: largest.credits, field: field(state.major) })}`;
  if (largest !== null) return `${sum} ${t('lead.largest', { credits: largest.credits, field: field(largest.field), total })}`;
  return sum;
}
