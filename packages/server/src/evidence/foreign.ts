import {
  answerOf,
  CredentialError,
  type Examination,
  readOpenBadge2,
  type Recipient,
  type VerificationAnswer,
} from '@recognition/credentials';
import { z } from 'zod';
import { examineForPublic } from '../award/verification.ts';
import { problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { storeFile } from './file-store.ts';
import { kindOf, TELLING_BYTES } from './kinds.ts';
import { keepItem, type KeptItem, type Learner, ofFile, refuseWhenFull } from './receive.ts';
import { scanned } from './scan.ts';
import { whoseBadge } from './whose.ts';

const named = z.looseObject({ id: z.string().optional(), name: z.unknown().optional() });
const readable = z.looseObject({
  name: z.unknown().optional(),
  issuer: z.union([z.string().transform((id) => ({ id, name: undefined })), named]).optional(),
  credentialSubject: z
    .union([z.looseObject({ achievement: named.optional() }), z.array(z.looseObject({ achievement: named.optional() }))])
    .optional(),
});

/**
 * Takes a credential of another issuer as evidence, checked by our own verifier: as JSON, as text, or as the bytes of a file (a baked PNG or SVG,
 * a PDF that carries one, or its text). One whose checks all pass is proof. Any other is refused as
 * proof (422 `credential-not-verified`, with what the checks said), and so is one that names somebody else (422 `credential-of-another`), unless the learner keeps it as a document: then the finding stays beside
 * it. A badge of Open Badges 2.0 can be read and not proved, so it is such a document. Throws `credential-unreadable` (422), `evidence-full`.
 */
export async function keepForeign(
  services: Services,
  learner: Learner,
  given: { readonly document: unknown; readonly title: string | null; readonly asDocument: boolean },
): Promise<KeptItem & { readonly proof: boolean; readonly verification: VerificationAnswer & { readonly whose: Recipient } }> {
  const examined = await examine(services, given.document);
  const verification = answerOf(examined);
  const whose = await whoseBadge(services, learner.learnerId, examined.document);
  const verified = verification.answer === 'verified';
  const proof = verified && whose !== 'another';
  if (verified && !proof && !given.asDocument)
    throw problem(
      'credential-of-another',
      422,
      'This credential names somebody else: neither your name nor the e-mail address that you sign in with. You can keep it as a document.',
      { verification },
    );
  if (!proof && !given.asDocument)
    throw problem(
      'credential-not-verified',
      422,
      'The checks of this credential do not all pass, so it is no proof. You can keep it as a document, with what the checks said beside it.',
      { verification },
    );
  await refuseWhenFull(services, learner);
  const { content, mediaType } = asFile(given.document);
  const stored = await storeFile(services, learner.learnerId, scanned(services, pieces(content)));
  const { name, issuer } = namesOf(examined);
  const kept = await keepItem(services, learner, {
    ...ofFile(stored),
    kind: 'credential',
    title: (given.title ?? name ?? 'Credential').slice(0, 200),
    mediaType,
    issuer,
    finding: { ...verification, whose },
    proof,
  });
  return { ...kept, proof, verification: { ...verification, whose } };
}

/** A credential as it is kept: a baked picture or a PDF as the file that it came in, any other as text. */
function asFile(document: unknown): { readonly content: Buffer; readonly mediaType: string } {
  if (document instanceof Uint8Array) {
    const content = Buffer.from(document);
    const kind = kindOf(content.subarray(0, TELLING_BYTES));
    if (typeof kind !== 'string' && CARRIERS.includes(kind.mediaType)) return { content, mediaType: kind.mediaType };
    return { content, mediaType: formOf(content.toString()) };
  }
  if (typeof document === 'string') return { content: Buffer.from(document), mediaType: formOf(document) };
  return { content: Buffer.from(JSON.stringify(document)), mediaType: 'application/json' };
}

/** What carries a credential as a file of its own kind. */
const CARRIERS = ['image/png', 'application/pdf'];

const formOf = (text: string): string =>
  /^\s*\{/u.test(text) ? 'application/json' : /^\s*</u.test(text) ? 'image/svg+xml' : 'application/jwt';

async function* pieces(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

async function examine(services: Services, document: unknown): Promise<Examination> {
  try {
    const examined = await examineForPublic(services, document);
    if (examined.kind !== null || readOpenBadge2(examined.document) !== null) return examined;
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
  }
  throw problem('credential-unreadable', 422, 'This is no credential that can be read. Keep it as a file if it shows something.');
}

/** What it is called and who issued it, in its own words. */
function namesOf({ document }: Examination): { readonly name: string | null; readonly issuer: string | null } {
  const badge = readOpenBadge2(document);
  if (badge !== null) return { name: badge.name, issuer: badge.issuer };
  const read = readable.safeParse(document);
  if (!read.success) return { name: null, issuer: null };
  const { name, issuer, credentialSubject } = read.data;
  const subject = Array.isArray(credentialSubject) ? credentialSubject[0] : credentialSubject;
  return {
    name: words(subject?.achievement?.name) ?? words(name),
    issuer: words(issuer?.name) ?? issuer?.id?.slice(0, 300) ?? null,
  };
}

/** A name as others write it: a text, or one of several in languages. */
function words(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const text = typeof first === 'object' && first !== null ? Reflect.get(first, '@value') : first;
  return typeof text === 'string' && text.trim() !== '' ? text.normalize('NFC').trim().slice(0, 200) : null;
}
