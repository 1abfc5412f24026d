import { OPEN_BADGES, VC_V2 } from '../contexts/index.ts';
import type { StatusEntry } from '../status/status-list-credential.ts';

export interface EndorsementInput {
  readonly id: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly url?: string };
  /** What is endorsed: a provider's profile, an outcome (an achievement), or a credential, by its id. */
  readonly subject: { readonly id: string; readonly comment?: string };
  readonly name: string;
  readonly description?: string;
  /** RFC 3339. */
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly status?: StatusEntry;
}

/** The parts of an endorsement that we write (Open Badges 3.0, sections B.7 and B.8). */
export interface EndorsementCredential {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly type: readonly string[];
  readonly name: string;
  readonly description?: string;
  readonly issuer: { readonly id: string; readonly type: readonly ['Profile']; readonly name: string; readonly url?: string };
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly awardedDate: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: readonly ['EndorsementSubject'];
    readonly endorsementComment?: string;
  };
  readonly credentialStatus?: StatusEntry;
}

/** The unsigned endorsement of a provider, an outcome or a credential by whoever signs it. */
export function buildEndorsement(input: EndorsementInput): EndorsementCredential {
  const { id, issuer, subject, name, description, validFrom, validUntil, status } = input;
  return {
    '@context': [VC_V2, OPEN_BADGES],
    id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name,
    ...(description === undefined ? {} : { description }),
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name, ...(issuer.url === undefined ? {} : { url: issuer.url }) },
    validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    awardedDate: validFrom,
    credentialSubject: {
      id: subject.id,
      type: ['EndorsementSubject'],
      ...(subject.comment === undefined ? {} : { endorsementComment: subject.comment }),
    },
    ...(status === undefined ? {} : { credentialStatus: status }),
  };
}
