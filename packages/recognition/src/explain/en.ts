import { nz } from '../framework/nz.ts';
import type { Line, ReasonData, Words } from './words.ts';
import type { ExclusionReason } from '../award/decision.ts';

const credits = (count: number): string => `${count} ${count === 1 ? 'credit' : 'credits'}`;
const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;

function reason(code: ExclusionReason, { provider, date, asOf, lastAssessment }: ReasonData): string {
  switch (code) {
    case 'after-as-of':
      return `it is dated ${date}, after ${asOf ?? 'the day of this decision'}`;
    case 'not-achieved':
      return 'the result is Not Achieved';
    case 'not-confirmed':
      return `${provider} has not confirmed it yet`;
    case 'withdrawn':
      return `${provider} withdrew it`;
    case 'outcome-not-accredited':
      return 'the outcome is not NZQA-accredited';
    case 'provider-not-accredited':
      return `${provider} was not accredited to assess it on ${date}`;
    case 'assessed-too-late':
      return `it was assessed after ${lastAssessment ?? 'the last date for assessment'}, its last date for assessment`;
    case 'already-used':
      return 'this learning is already in an award';
    case 'zero-credit':
      return 'it carries no credit';
  }
}

function line({ code, data }: Line, why: string): string {
  switch (code) {
    case 'eligible':
      return data.majors.length === 0
        ? 'You can claim an Applied Learning Qualification.'
        : `You can claim an Applied Learning Qualification, with a major in ${list(data.majors)} if you like.`;
    case 'not-eligible':
      return data.held === 0
        ? `You cannot claim an Applied Learning Qualification yet. It needs ${credits(data.credits)}.`
        : `You cannot claim an Applied Learning Qualification yet. You hold ${data.held}, and need ${data.credits} more by ${data.by ?? ''}.`;
    case 'stack':
      return `${credits(data.credits)} from ${data.outcomes} ${data.outcomes === 1 ? 'outcome' : 'outcomes'}, earned between ${data.from} and ${data.to}.`;
    case 'major':
      return `${data.credits} of ${data.total} are ${data.field}: ${data.percent}%, and ${data.needed}% is needed for a major.`;
    case 'major-missing':
      return data.by === null
        ? `A major in ${data.field} needs ${credits(data.credits)} in it.`
        : `A major in ${data.field} needs ${credits(data.credits)} more in it by ${data.by}.`;
    case 'counts':
      return `Counts: ${data.name}, ${credits(data.credits)}, ${data.date}.`;
    case 'counts-in-group':
      return `Counts as part of a standard of ${credits(data.credits)}: ${data.name}, ${data.date}.`;
    case 'spare':
      return `Counts, but is not needed here: ${data.name}, ${data.date}. It stays free for another award.`;
    case 'does-not-count':
      return `${data.name}: does not count, because ${why}.`;
    case 'expires':
      return `From ${data.on}, ${data.name} no longer stacks with anything new.`;
  }
}

export const en: Words = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  fields: Object.fromEntries(nz.fields.map((field) => [field.slug, field.en])),
  unclassified: 'Unclassified',
  date: (day, month, year) => `${day} ${month} ${year}`,
  reason,
  line,
  error: {
    'too-entangled':
      'This record is too entangled to decide: its exclusions need more search steps than are allowed, or it holds too many achievements.',
    'unknown-policy': 'There is no such version of the rule.',
    'unknown-award': 'There is no such award.',
    'unknown-framework': 'The rules that this record names are not known here.',
    'unknown-definition': 'This award is made of named parts: say which definition it is to be decided by.',
  },
  selection: {
    'unknown-achievement': 'This is not in the record.',
    'outside-window': 'This was earned more than seven years after the earliest in the selection.',
    'same-lineage': 'These are the same learning, which counts once.',
    'excluded-pair': 'These exclude one another: only one of them counts.',
    'same-transfer': 'One of these was transferred from the other: only one of them counts.',
    'group-not-whole': 'Credit of this standard counts only when all of its outcomes are selected, once each.',
    'too-few-credits': 'This is fewer than 40 credits.',
  },
};
