import { CredentialError } from '../errors/codes.ts';
import { asList, type JsonObject } from '../json.ts';
import { encodeBase58 } from './base58.ts';
import { signedData } from './signature.ts';

/** Holds a private key, or asks the one who does. */
export interface Signer {
  /** The DID URL of the public key, such as `did:web:example.nz#key-2`. */
  readonly verificationMethod: string;
  /** The Ed25519 signature of these 64 bytes: 64 bytes. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
}

export interface DataIntegrityProof {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: 'eddsa-rdfc-2022';
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
  readonly proofValue: string;
}

export type Signed<Document> = Document & { readonly proof: DataIntegrityProof | readonly unknown[] };

/**
 * The document with an `eddsa-rdfc-2022` proof added (vc-di-eddsa 1.0, section 3.2); the document given is not changed. A proof that is
 * there already stays, and the two stand side by side as a proof set. `created` is RFC 3339.
 * Throws `unknown-context` or `invalid-document` if the document cannot be canonicalised, `invalid-signature-length` if the signer errs.
 */
export async function addProof<Document extends object>(
  document: Document,
  { signer, created }: { readonly signer: Signer; readonly created: string },
): Promise<Signed<Document>> {
  const { proof: before, ...unsecured }: JsonObject = Object.fromEntries(Object.entries(document));
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created,
    verificationMethod: signer.verificationMethod,
    proofPurpose: 'assertionMethod',
  } as const;
  const signature = await signer.sign(await signedData(unsecured, { '@context': unsecured['@context'], ...options }));
  if (signature.length !== 64) throw new CredentialError('invalid-signature-length');
  const proof: DataIntegrityProof = { ...options, proofValue: `z${encodeBase58(signature)}` };
  return { ...document, proof: before === undefined ? proof : [...asList(before), proof] };
}
