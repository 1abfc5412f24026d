import { z } from 'zod';
import { microCredentialContent, type MicroCredentialContent } from './content.ts';

const documentFile = microCredentialContent.extend({
  code: z
    .string()
    .regex(/^[A-Za-z0-9._:-]{1,56}$/)
    .default('draft'),
  /** The name of the organisation that answers for it. */
  developer: z.string().max(300).nullable().default(null),
});

export type ReadDocument =
  | { readonly ok: true; readonly code: string; readonly developer: string | null; readonly content: MicroCredentialContent }
  | { readonly ok: false; readonly path: string; readonly message: string };

/** Reads a micro-credential out of untrusted JSON: its content with its code and its developer. Never throws. */
export function readDocument(json: unknown): ReadDocument {
  const read = documentFile.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { ok: false, path: issue?.path.join('.') ?? '', message: issue?.message ?? 'This is not a micro-credential.' };
  }
  const { code, developer, ...content } = read.data;
  return { ok: true, code, developer, content };
}
