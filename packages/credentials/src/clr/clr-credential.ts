import { CLR, OPEN_BADGES, VC_V2 } from '../contexts/index.ts';
import { CredentialError } from '../errors/codes.ts';
import { asList, asString, idOf, isObject, type JsonObject } from '../json.ts';
import { identifier } from '../open-badges/frame.ts';
import type { CredentialInput } from '../open-badges/input.ts';
import type { IdentityObject } from '../open-badges/open-badge.ts';
import type { ASSOCIATIONS } from '../verify/shapes.ts';

/** How two achievements in a record belong together: `source` is … of `target`. */
export interface Association {
  readonly type: 'Association';
  readonly associationType: (typeof ASSOCIATIONS)[number];
  /** The id of an achievement. */
  readonly sourceId: string;
  readonly targetId: string;
}

/** The parts of CLR 2.0 that we write. */
export interface ClrCredential {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly issuer: { readonly id: string; readonly type: readonly ['Profile']; readonly name: string; readonly url?: string };
  readonly validFrom: string;
  readonly awardedDate: string;
  readonly partial: boolean;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: readonly ['ClrSubject'];
    readonly identifier?: readonly IdentityObject[];
    readonly verifiableCredential: readonly object[];
    readonly association?: readonly Association[];
  };
}

export interface ClrInput extends Omit<CredentialInput, 'status' | 'validUntil'> {
  readonly name: string;
  /** False: all that the record held at `validFrom`; true: the part that the learner chose. */
  readonly partial: boolean;
  /** Signed credentials, each as it was issued. */
  readonly credentials: readonly object[];
}

/** Credentials in one record, at most: what a verifier examines. */
export const MAX_IN_RECORD = 500;

/**
 * The unsigned Comprehensive Learner Record (CLR 2.0, section B.1) of these signed credentials: a picture of one moment. It has no status of
 * its own; each credential in it keeps its own. An outcome that an award counted is said to be part of that award. Throws
 * `invalid-document` with nothing to put in, or more than 500.
 */
export function buildClrCredential(input: ClrInput): ClrCredential {
  const { credentials, issuer, subject, validFrom } = input;
  if (credentials.length === 0 || credentials.length > MAX_IN_RECORD)
    throw new CredentialError('invalid-document', `a record holds 1 to ${MAX_IN_RECORD} credentials`);
  const association = associationsOf(credentials);
  return {
    '@context': [VC_V2, CLR, OPEN_BADGES],
    id: input.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: input.name,
    description: [
      input.partial ? 'The part of a record that its learner chose.' : 'The whole record at this moment.',
      input.notice ?? '',
    ]
      .filter((part) => part !== '')
      .join(' '),
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name, ...(issuer.url === undefined ? {} : { url: issuer.url }) },
    validFrom,
    awardedDate: validFrom,
    partial: input.partial,
    credentialSubject: {
      id: subject.id,
      type: ['ClrSubject'],
      ...identifier(subject.name),
      verifiableCredential: credentials,
      ...(association.length === 0 ? {} : { association }),
    },
  };
}

/** Outcomes in this record that an award in it counted: each is part of the award. */
function associationsOf(credentials: readonly object[]): readonly Association[] {
  const held = credentials.map(achievementOf).filter((id) => id !== null);
  const present = new Set(held);
  return credentials.flatMap((credential): readonly Association[] => {
    const target = achievementOf(credential);
    const counted = asList(plain(credential)['evidence']).map((one) => (isObject(one) ? idOf(one['achievement']) : null));
    return [...new Set(counted)].flatMap((source): readonly Association[] =>
      source === null || target === null || source === target || !present.has(source)
        ? []
        : [{ type: 'Association', associationType: 'isPartOf', sourceId: source, targetId: target }],
    );
  });
}

function achievementOf(credential: object): string | null {
  const subject = plain(credential)['credentialSubject'];
  const achievement = isObject(subject) ? subject['achievement'] : null;
  return isObject(achievement) ? asString(achievement['id']) : null;
}

function plain(credential: object): JsonObject {
  return Object.fromEntries(Object.entries(credential));
}
