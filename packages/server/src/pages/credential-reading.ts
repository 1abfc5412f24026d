import { z } from 'zod';
import { FIELDS } from '@recognition/web/fields';
import { dateOfInstant, fieldLabel } from '@recognition/web/language';

/** What a page shows of a credential. The document is a stranger's: every part may be missing, and nothing in it is believed. */
export interface CredentialReading {
  readonly name: string | null;
  readonly holder: string | null;
  readonly issuer: string | null;
  readonly awarded: string | null;
  readonly credits: number | null;
  readonly major: string | null;
  readonly isAward: boolean;
  readonly outcomes: readonly ReadOutcome[];
  readonly skills: readonly ReadSkill[];
}

export interface ReadOutcome {
  readonly id: string;
  readonly name: string;
  readonly credits: number;
  readonly level: string | null;
  readonly field: string | null;
  readonly date: string | null;
  readonly provider: string | null;
  readonly skills: readonly string[];
}

export interface ReadSkill {
  readonly label: string;
  readonly relation: 'earns' | 'competent' | 'showcases' | null;
}

const text = z.string().max(2000).nullable().catch(null);
const credits = z.number().int().min(0).max(999).nullable().catch(null);
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d/)
  .nullable()
  .catch(null);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(400).catch([]);
const alignment = z.object({ targetName: text, targetDescription: text, targetType: text, targetCode: text }).partial();
const achievement = z
  .object({
    name: text,
    specialization: text,
    achievementType: text,
    fieldOfStudy: text,
    creditsAvailable: credits,
    alignment: list(alignment),
  })
  .partial();
const evidence = z
  .object({
    id: text,
    name: text,
    creditsEarned: credits,
    activityEndDate: date,
    source: z.object({ name: text }).partial().catch({}),
    achievement: achievement.catch({}),
  })
  .partial();
const subject = z
  .object({
    creditsEarned: credits,
    activityEndDate: date,
    achievement: achievement.catch({}),
    identifier: list(z.object({ identityType: text, identityHash: text }).partial()),
  })
  .partial();
const credential = z
  .object({
    name: text,
    awardedDate: date,
    validFrom: date,
    issuer: z.object({ name: text }).partial().catch({}),
    credentialSubject: subject.catch({}),
    evidence: list(evidence),
  })
  .partial();

const SLUGS = new Map<string, string>(FIELDS.map((slug) => [fieldLabel(slug, 'en'), slug]));

/** Reads what can be read. Never throws. */
export function readCredential(document: unknown): CredentialReading {
  const parsed = credential.safeParse(document);
  const read = parsed.success ? parsed.data : {};
  const own = read.credentialSubject?.achievement ?? {};
  const isAward = own.achievementType === 'ext:AppliedLearningQualification';
  const outcomes = (read.evidence ?? []).map((one, index): ReadOutcome => {
    const shown = one.achievement ?? {};
    return {
      id: one.id ?? `outcome-${index}`,
      name: one.name ?? shown.name ?? '',
      credits: one.creditsEarned ?? shown.creditsAvailable ?? 0,
      level: (shown.alignment ?? []).find((aligned) => aligned.targetType === 'ext:QualificationLevel')?.targetCode ?? null,
      field: SLUGS.get(shown.fieldOfStudy ?? '') ?? null,
      date: one.activityEndDate?.slice(0, 10) ?? null,
      provider: one.source?.name ?? null,
      skills: skillsOf(shown.alignment ?? []).map((skill) => skill.label),
    };
  });
  return {
    name: read.name ?? own.name ?? null,
    holder: (read.credentialSubject?.identifier ?? []).find((one) => one.identityType === 'name')?.identityHash ?? null,
    issuer: read.issuer?.name ?? null,
    awarded: dayOf(read.awardedDate ?? read.validFrom ?? null),
    credits: read.credentialSubject?.creditsEarned ?? own.creditsAvailable ?? null,
    major: SLUGS.get(own.specialization ?? '') ?? null,
    isAward,
    outcomes,
    skills: skillsOf(own.alignment ?? []),
  };
}

function skillsOf(alignments: readonly z.infer<typeof alignment>[]): ReadSkill[] {
  return alignments.flatMap((aligned): ReadSkill[] => {
    if (aligned.targetType !== 'ceasn:Competency' || aligned.targetName === null || aligned.targetName === undefined) return [];
    const how = aligned.targetDescription ?? '';
    const relation = how.startsWith('Has learned')
      ? 'earns'
      : how.startsWith('Has been assessed')
        ? 'competent'
        : how.startsWith('Has shown')
          ? 'showcases'
          : null;
    return [{ label: aligned.targetName, relation }];
  });
}

/** The calendar date in Pacific/Auckland of an instant, or of a date as it stands. */
function dayOf(moment: string | null): string | null {
  if (moment === null || !moment.includes('T')) return moment;
  return Number.isNaN(Date.parse(moment)) ? null : dateOfInstant(moment);
}
