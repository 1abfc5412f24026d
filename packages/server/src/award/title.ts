import { checkTitle, FIELDS, type Field, fieldName } from '@recognition/recognition';
import { claimedAward, claimedNote, frameworkNamed, frameworks, sizeInWords } from '@recognition/recognition/frameworks';
import { problem } from '../http/problem.ts';

/** Said on every page, print and credential of an ALQ (domain A29). */
export const DISCLAIMER = {
  en: 'An Applied Learning Qualification has no level and is not a qualification listed on the New Zealand Qualifications and Credentials Framework.',
  mi: 'Kāore he taumata o te Tohu Ako Whakahāngai, ā, ehara i te tohu kua rārangitia ki te New Zealand Qualifications and Credentials Framework.',
} as const;

/**
 * The title of an award in both languages, with its major. The words are checked as those of any listed title are (domain 2.2); a title
 * that fails throws `title-not-allowed`.
 */
export function awardTitle(major: Field | null): Title {
  const title = titleOf(major);
  const findings = [...checkTitle(title.en), ...checkTitle(title.mi)].filter(({ severity }) => severity === 'error');
  if (findings.length > 0) throw problem('title-not-allowed', 422, findings.map(({ text }) => text.en).join(' '));
  return title;
}

export interface Title {
  readonly en: string;
  readonly mi: string;
}

export function titleOf(major: Field | null): Title {
  return {
    en: major === null ? 'Applied Learning Qualification' : `Applied Learning Qualification (Major: ${fieldName(major, 'en')})`,
    mi: major === null ? 'Tohu Ako Whakahāngai' : `Tohu Ako Whakahāngai (Kaupapa matua: ${fieldName(major, 'mi')})`,
  };
}

/** What an award is called: as it was when it was issued, or by its major. */
export function awardTitleOf({ title, major }: { readonly title: Title | null; readonly major: string | null }): Title {
  return title ?? titleOf(readField(major));
}

/** How large an award is, in the words of its framework; null where one that is made of parts has a part without a size. */
export function awardSizeOf({
  framework,
  minutes,
  credits,
  title,
}: {
  readonly framework: string;
  readonly minutes: number | null;
  readonly credits: number;
  readonly title: Title | null;
}): Title | null {
  const { unit } = frameworkNamed(framework) ?? frameworks.nz;
  const all = minutes ?? (title === null ? credits * unit.minutes : null);
  if (all === null) return null;
  return { en: sizeInWords(all, unit, 'en'), mi: sizeInWords(all, unit, 'mi') };
}

/** What everybody who sees an award is told of its kind, such as what it is not. */
export function noteOf({ framework, award }: { readonly framework: string; readonly award: string }): Title {
  const found = frameworkNamed(framework);
  const claimed = found === null ? null : claimedAward(found, award);
  if (claimed === null) return DISCLAIMER;
  return { en: claimedNote(claimed.claim, 'en'), mi: claimedNote(claimed.claim, 'mi') };
}

/** A field slug from outside, or null. */
export function readField(slug: string | null): Field | null {
  return FIELDS.find((field) => field === slug) ?? null;
}
