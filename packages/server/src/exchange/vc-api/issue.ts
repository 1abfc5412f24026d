import {
  addBaseProof,
  addProof,
  CredentialError,
  differingResources,
  enveloped,
  envelopedCose,
  issueCoseCredential,
  issueJwtCredential,
  jwtSigner,
  shapeProblems,
  type Signer,
  statusEntry,
  type WholeSuiteName,
} from '@recognition/credentials';
import { currentSigner, issuerDid } from '../../award/issuer.ts';
import { statusListUrl } from '../../award/status.ts';
import { problem } from '../../http/problem.ts';
import { serverDigest } from '../../keys/digest.ts';
import type { SigningCurve } from '../../keys/key-store.ts';
import type { Services } from '../../services.ts';
import { drawPlaces } from './status.ts';
import type { TestIssuer } from './process-issuers.ts';

export interface IssueOptions {
  readonly cryptosuite?: WholeSuiteName | 'ecdsa-sd-2023' | undefined;
  readonly mandatoryPointers?: readonly string[] | undefined;
  /** Signed as a whole instead of with a proof inside, and given back in an `EnvelopedVerifiableCredential`. */
  readonly envelope?: 'vc+jwt' | 'vc+cose' | undefined;
  /** Purposes of the status entries to add; for the authority's own credentials. */
  readonly credentialStatus?: readonly { readonly statusPurpose: 'revocation' | 'suspension' }[] | undefined;
}

type Document = Readonly<Record<string, unknown>>;

/**
 * Signs a credential that keeps VC Data Model 2.0, under the issuer that it names: the authority for who holds the scope, or one of the test
 * issuers. Problems `credential-not-issuable` and `issuer-not-ours`, both 400.
 */
export async function issueCredential(
  services: Services,
  as: 'authority' | 'test',
  testIssuers: readonly TestIssuer[],
  credential: Document,
  options: IssueOptions,
): Promise<object> {
  const issuer = typeof credential['issuer'] === 'string' ? credential['issuer'] : idOf(credential['issuer']);
  const [part] = shapeProblems(credential);
  if (part !== undefined) throw notIssuable(`a required part is missing or not well formed: ${part}`, 'MALFORMED_VALUE_ERROR');
  const [differing] = await differingResources(credential);
  if (differing !== undefined) throw notIssuable(`a related resource has another digest: ${differing}`, 'MALFORMED_VALUE_ERROR');
  const wanted = options.cryptosuite ?? (options.mandatoryPointers === undefined ? 'eddsa-rdfc-2022' : 'ecdsa-sd-2023');
  const signer = await signerOf(services, as, testIssuers, issuer, wanted.startsWith('ecdsa') ? 'P-256' : 'Ed25519');
  const withStatus = await addStatus(services, as, credential, options);
  const created = services.clock.now().toISOString();
  const suite = options.cryptosuite ?? (options.mandatoryPointers === undefined ? null : 'ecdsa-sd-2023');
  try {
    if (options.envelope !== undefined) {
      // As with canonical JSON: signed with its meaning too, to see that it could be.
      await addProof(withStatus, { signer, created, cryptosuite: embeddedSuite(signer), digest: serverDigest });
      const whole = jwtSigner(signer);
      return options.envelope === 'vc+cose'
        ? envelopedCose(await issueCoseCredential(withStatus, whole))
        : enveloped(await issueJwtCredential(withStatus, { signer: whole, at: created }));
    }
    if (suite === 'ecdsa-sd-2023')
      return await addBaseProof(withStatus, { signer, created, mandatoryPointers: options.mandatoryPointers ?? [] });
    const cryptosuite = suite ?? embeddedSuite(signer);
    const signed = await addProof(withStatus, { signer, created, cryptosuite, digest: serverDigest });
    // A signature over canonical JSON says nothing of the meaning of its words: signed the other way too, to see that it could be.
    if (cryptosuite.includes('-jcs-'))
      await addProof(withStatus, { signer, created, cryptosuite: meaningSuite(cryptosuite), digest: serverDigest });
    return signed;
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
    throw notIssuable(error.message, error.code === 'invalid-key' ? 'PROOF_GENERATION_ERROR' : 'PROOF_TRANSFORMATION_ERROR');
  }
}

function embeddedSuite({ curve }: Signer): WholeSuiteName {
  return curve === undefined || curve === 'Ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019';
}

function meaningSuite(suite: WholeSuiteName): WholeSuiteName {
  return suite === 'eddsa-jcs-2022' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019';
}

async function signerOf(
  services: Services,
  as: 'authority' | 'test',
  testIssuers: readonly TestIssuer[],
  issuer: string | null,
  curve: SigningCurve,
): Promise<Signer> {
  if (as === 'authority' && issuer === issuerDid(services.settings.url)) return currentSigner(services, curve);
  const test = as === 'test' ? testIssuers.find(({ id }) => id === issuer) : undefined;
  if (test !== undefined) return test.signer;
  throw problem('issuer-not-ours', 400, 'The credential names an issuer whose key is not here.');
}

async function addStatus(
  services: Services,
  as: 'authority' | 'test',
  credential: Document,
  { credentialStatus }: IssueOptions,
): Promise<Document> {
  if (credentialStatus === undefined || credentialStatus.length === 0) return credential;
  const id = credential['id'];
  if (as !== 'authority' || typeof id !== 'string' || credential['credentialStatus'] !== undefined)
    throw notIssuable('a status is added to a credential of the authority that has an id and no status', 'MALFORMED_VALUE_ERROR');
  const places = await drawPlaces(
    services,
    id,
    credentialStatus.map(({ statusPurpose }) => statusPurpose),
  );
  return {
    ...credential,
    credentialStatus: places.map(({ list, index, purpose }) =>
      statusEntry({ list: statusListUrl(services, list), index, purpose }),
    ),
  };
}

function notIssuable(detail: string, type: string) {
  return problem('credential-not-issuable', 400, detail, {
    problemDetails: [{ type: `https://w3id.org/security#${type}`, title: 'The credential cannot be issued', detail }],
  });
}

function idOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;
}
