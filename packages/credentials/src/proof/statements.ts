import { DATA_INTEGRITY_V2, VC_V2 } from '../contexts/index.ts';
import { asList, type JsonObject } from '../json.ts';
import type { Curve } from './multikey.ts';

/** Holds a private key, or asks the one who does. */
export interface Signer {
  /** The DID URL of the public key, such as `did:web:example.nz#key-2`. */
  readonly verificationMethod: string;
  /** The key's curve; Ed25519 when it is left out. */
  readonly curve?: Curve;
  /** The signature of these bytes: 64 bytes of Ed25519, or of ECDSA with the curve's hash the two numbers one after another (64 or 96 bytes). */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
}

/** What a proof may be for: the verification relationships of a controller document (Controlled Identifiers 1.0, section 2.3). */
export const PURPOSES = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
  'keyAgreement',
] as const;
export type ProofPurpose = (typeof PURPOSES)[number];

/** What a new proof says, besides its suite and its key. */
export interface ProofOptions {
  /** RFC 3339. */
  readonly created: string;
  /** `assertionMethod` when it is left out. */
  readonly purpose?: ProofPurpose;
  /** RFC 3339. */
  readonly expires?: string;
  /** What the verifier asked for, so that nobody else can show it again. */
  readonly challenge?: string;
  readonly domain?: string | readonly string[];
  readonly nonce?: string;
  /** An IRI, for other proofs to stand on this one. */
  readonly id?: string;
  /** The ids of the proofs that this one stands on. */
  readonly previousProof?: string | readonly string[];
}

export interface DataIntegrityProof {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: string;
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: ProofPurpose;
  readonly proofValue: string;
}

export type Signed<Document> = Document & { readonly proof: DataIntegrityProof | readonly unknown[] };

/** The document with one more proof, after those that it has. */
export function withProof<Document extends object>(document: Document, proof: DataIntegrityProof): Signed<Document> {
  const before = 'proof' in document ? document.proof : undefined;
  return { ...document, proof: before === undefined ? proof : [...asList(before), proof] };
}

/** What a proof says, all but its value. */
export function statements(
  cryptosuite: string,
  signer: Signer,
  { created, purpose = 'assertionMethod', expires, challenge, domain, nonce, id, previousProof }: ProofOptions,
): Omit<DataIntegrityProof, 'proofValue'> & JsonObject {
  return {
    ...(id === undefined ? {} : { id }),
    type: 'DataIntegrityProof',
    cryptosuite,
    created,
    ...(expires === undefined ? {} : { expires }),
    verificationMethod: signer.verificationMethod,
    proofPurpose: purpose,
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(previousProof === undefined ? {} : { previousProof }),
  };
}

const DEFINE_PROOFS: readonly unknown[] = [VC_V2, DATA_INTEGRITY_V2, 'https://w3id.org/security/data-integrity/v1'];

/**
 * The document with a context that defines what a proof says, added at the end if it has none (Data Integrity 1.0, section 2.4.1): a credential
 * of VC 1.1, or a document without any.
 */
export function withProofContext<Document extends object>(document: Document): Document {
  const contexts = asList('@context' in document ? document['@context'] : undefined);
  return contexts.some((context) => DEFINE_PROOFS.includes(context))
    ? document
    : { ...document, '@context': [...contexts, DATA_INTEGRITY_V2] };
}
