import type { LocalDate, RecordId } from '../../record/portable-record.ts';
import type { ComposeCode } from '../units.ts';

export const PLAN_CODES = [
  'no-group',
  'no-consent',
  'no-price',
  'prerequisite-missing',
  'prerequisite-later',
  'begins-too-early',
  'dates-missing',
  'days-differ',
  'not-a-working-day',
  'day-twice',
  'day-past',
  'begins-late',
] as const;
export type PlanCode = (typeof PLAN_CODES)[number] | ComposeCode;

/** One thing that is said of a package; `error` stands between it and being proposed or agreed. */
export interface PlanFinding {
  readonly code: PlanCode;
  readonly severity: 'error' | 'advice';
  readonly course: RecordId | null;
  readonly date: LocalDate | null;
  /** The rule that it comes from. */
  readonly source: string;
  readonly text: { readonly en: string; readonly mi: string };
}

const OURS = 'What a package is here (our reading of domain 6.1)';
const CONSENT = 'Consent to assess (domain 2.4)';
const WORKING_DAYS = 'Privacy Act 2020, section 7; Holidays Act 2003: working days';

const RULES: Readonly<Record<(typeof PLAN_CODES)[number], { source: string; en: string; mi: string }>> = {
  'no-group': { source: OURS, en: 'Say who takes part, and how many.', mi: 'Kōrerotia ko wai ngā kaiuru, tokohia.' },
  'no-consent': {
    source: CONSENT,
    en: 'The provider has no consent to assess this course.',
    mi: 'Kāore te kaiwhakarato i whai whakaaetanga ki te aromatawai i tēnei akoranga.',
  },
  'no-price': {
    source: OURS,
    en: 'What a participant pays is missing, and no tariff says it.',
    mi: 'Kei te ngaro te utu mō te kaiuru, kāore anō he utu ā-ture.',
  },
  'prerequisite-missing': {
    source: OURS,
    en: 'It is to come after a course that is not in the package.',
    mi: 'Me whai i tētahi akoranga kāore i te mōkihi.',
  },
  'prerequisite-later': {
    source: OURS,
    en: 'It stands before a course that it is to come after.',
    mi: 'Kei mua i tētahi akoranga me whai kē e ia.',
  },
  'begins-too-early': {
    source: OURS,
    en: 'It begins before a course that it is to come after has ended.',
    mi: 'Ka tīmata i mua i te mutunga o tētahi akoranga me whai e ia.',
  },
  'dates-missing': { source: OURS, en: 'It has no date yet.', mi: 'Kāore anō he rā mōna.' },
  'days-differ': {
    source: OURS,
    en: 'It has more or fewer dates than it has days.',
    mi: 'He rerekē te maha o ngā rā i tōna roa.',
  },
  'not-a-working-day': {
    source: WORKING_DAYS,
    en: 'This is a weekend or a public holiday.',
    mi: 'He wīkeni, he rā hararei tūmatanui rānei tēnei.',
  },
  'day-twice': {
    source: OURS,
    en: 'Two courses, or one course twice, are taught on this day.',
    mi: 'E rua ngā akoranga i tēnei rā, kua tuaruatia rānei tētahi.',
  },
  'day-past': { source: OURS, en: 'This day is over.', mi: 'Kua pahure tēnei rā.' },
  'begins-late': {
    source: 'The employer’s request',
    en: 'The package begins later than the employer asked.',
    mi: 'Ka tīmata te mōkihi i muri i te rā i tonoa e te kaituku mahi.',
  },
};

/** Says one thing of a course, or of the whole package where the course is null. */
export function planFinding(
  code: (typeof PLAN_CODES)[number],
  course: RecordId | null,
  date: LocalDate | null = null,
): PlanFinding {
  const { source, en, mi } = RULES[code];
  return { code, severity: code === 'begins-late' ? 'advice' : 'error', course, date, source, text: { en, mi } };
}
