/** Every way in which this package refuses, as stable codes. */
export type CredentialErrorCode =
  | 'unreadable'
  | 'too-large'
  | 'pdf-unreadable'
  | 'pdf-without-credential'
  | 'too-deep'
  | 'too-complex'
  | 'unknown-context'
  | 'invalid-document'
  | 'invalid-key'
  | 'invalid-did'
  | 'invalid-status-list'
  | 'status-list-too-large'
  | 'invalid-signature-length'
  | 'invalid-proof'
  | 'invalid-pointer';

/** The sentence for a person, per code, in English and te reo Māori. */
export const ERROR_SENTENCES: Readonly<Record<CredentialErrorCode, { readonly en: string; readonly mi: string }>> = {
  unreadable: { en: 'This file cannot be read as a credential.', mi: 'Kāore e taea te pānui tēnei kōnae hei tohu whakamana.' },
  'too-large': { en: 'This file is larger than 10 MB.', mi: 'He nui ake tēnei kōnae i te 10 MB.' },
  'pdf-unreadable': {
    en: 'This PDF is not one of ours as it was downloaded, so it cannot be looked into.',
    mi: 'Ehara tēnei PDF i tētahi nā mātou i te āhua i tikiakehia ai, nō reira e kore e taea te tirotiro.',
  },
  'pdf-without-credential': {
    en: 'This PDF carries no credential.',
    mi: 'Kāore he tiwhikete matihiko i roto i tēnei PDF.',
  },
  'too-deep': { en: 'This file is nested too deeply to be read.', mi: 'He hōhonu rawa te hanga o tēnei kōnae.' },
  'too-complex': { en: 'This document is too tangled to be checked.', mi: 'He pōwhiwhi rawa tēnei tuhinga hei arowhai.' },
  'unknown-context': {
    en: 'This document uses a vocabulary that we do not know.',
    mi: 'Kei te whakamahi tēnei tuhinga i tētahi kohinga kupu kāore mātou e mōhio.',
  },
  'invalid-document': { en: 'This document is not valid JSON-LD.', mi: 'Ehara tēnei tuhinga i te JSON-LD tika.' },
  'invalid-key': {
    en: 'This key is not one that we can read: Ed25519, P-256 or P-384.',
    mi: 'Ehara tēnei kī i te kī ka taea e mātou te pānui: Ed25519, P-256, P-384 rānei.',
  },
  'invalid-did': {
    en: 'This identifier is not a did:web or did:key that we can read.',
    mi: 'Ehara tēnei tautohu i te did:web, i te did:key rānei ka taea te pānui.',
  },
  'invalid-status-list': { en: 'This status list cannot be read.', mi: 'Kāore e taea te pānui tēnei rārangi tūnga.' },
  'status-list-too-large': {
    en: 'This status list unpacks to more than is allowed.',
    mi: 'He nui rawa tēnei rārangi tūnga ina wewetehia.',
  },
  'invalid-signature-length': {
    en: 'The signature has not the length that its key makes.',
    mi: 'Kāore te roa o te waitohu i te hāngai ki tōna kī.',
  },
  'invalid-proof': {
    en: 'This proof cannot be read or extended.',
    mi: 'Kāore e taea te pānui, te tāpiri rānei ki tēnei taunakitanga.',
  },
  'invalid-pointer': {
    en: 'The document has no part at this place.',
    mi: 'Kāore he wāhanga o te tuhinga i tēnei wāhi.',
  },
};

/** Thrown for anything above; `code` is stable, `message` is for logs. */
export class CredentialError extends Error {
  override readonly name = 'CredentialError';
  readonly code: CredentialErrorCode;
  constructor(code: CredentialErrorCode, detail?: string, options?: { readonly cause?: unknown }) {
    super(detail ?? ERROR_SENTENCES[code].en, options);
    this.code = code;
  }
}

/** The code of an error of this package, or null for any other; looks through what wraps it. */
export function codeOf(error: unknown): CredentialErrorCode | null {
  for (let at = error, hops = 0; at instanceof Error && hops < 5; at = causeOf(at), hops += 1) {
    if (at instanceof CredentialError) return at.code;
  }
  return null;
}

/** `cause`, or where jsonld.js keeps it. */
function causeOf(error: Error): unknown {
  if (error.cause !== undefined) return error.cause;
  const details = 'details' in error ? error.details : undefined;
  return typeof details === 'object' && details !== null && 'cause' in details ? details.cause : undefined;
}
