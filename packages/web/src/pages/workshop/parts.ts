import type { MicroCredentialWriting } from '@recognition/client';
import type { MicroCredential, MicroCredentialContent, PartFacts } from '@recognition/recognition/micro-credential';
import { entry, type Language } from '../../language/index.ts';

/** The texts of the document in the order of rule 6, then what NZQA asks for beside them. */
export const TEXTS = [
  'use',
  'relevance',
  'skills',
  'educationPathway',
  'employmentPathway',
  'need',
  'assessment',
  'titleReason',
] as const;

/** The part of the form that a finding is about: `parts[0].creditBearing` is about `parts`. */
export const partOf = (path: string): string => path.split(/[[.]/)[0] ?? path;

/** How a part of the document is called; the path itself where it is none of the form's. */
export function pathName(path: string, language: Language): string {
  const part = partOf(path);
  const own = {
    title: 'mc.field.title',
    level: 'mc.field.level',
    parts: 'mc.parts',
    nzsced: 'mc.nzsced',
    reviewYears: 'mc.review-years',
  };
  const name = Object.entries(own).find(([key]) => key === part)?.[1] ?? `mc.text.${part}`;
  return entry(language, name) ?? entry(language, `mc.field.${part}`) ?? part;
}

/** What is typed, in the form that the checks of every developer read. */
export function subjectOf(
  { document }: MicroCredentialWriting,
  content: MicroCredentialContent,
  facts: readonly PartFacts[],
): MicroCredential {
  return { id: document.id, code: document.code, developer: document.developerName, content, facts };
}

/** Text as the service takes it: in normal form C, without control characters. */
export function keepable(content: MicroCredentialContent): MicroCredentialContent {
  const clean = (text: string): string => text.normalize('NFC').replaceAll(/[^\P{Cc}\n\t]/gu, '');
  return {
    ...content,
    title: clean(content.title),
    nzsced: clean(content.nzsced).trim(),
    ...Object.fromEntries(TEXTS.map((key) => [key, clean(content[key])])),
  };
}

export const sameContent = (one: MicroCredentialContent, other: MicroCredentialContent): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

const ordered = (content: MicroCredentialContent) => Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
