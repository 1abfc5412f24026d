/** The other implementation, as tests and figures ask it: Digital Bazaar's libraries. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { derive, issue, verifyCredential } from '@digitalbazaar/vc';
import { type Curve, didKeyDocument, documentLoader } from '../src/index.ts';

/** They ask their loader for DID documents too. */
async function loader(url: string): Promise<object> {
  const [did, fragment] = url.split('#');
  if (did === undefined || !did.startsWith('did:key:')) return documentLoader(url);
  const document = didKeyDocument(did.slice('did:key:'.length));
  const method = { '@context': 'https://w3id.org/security/multikey/v1', ...document.verificationMethod[0] };
  return { contextUrl: null, documentUrl: url, document: fragment === undefined ? document : method };
}

/** A fresh key of theirs, named by its `did:key`. */
export async function theirKey(curve: Curve) {
  const pair = await (curve === 'Ed25519' ? Ed25519Multikey.generate({}) : EcdsaMultikey.generate({ curve }));
  pair.controller = `did:key:${pair.publicKeyMultibase}`;
  pair.id = `${pair.controller}#${pair.publicKeyMultibase}`;
  return pair;
}

/** Whether they accept the proof of a credential; its status they do not ask. */
export async function theyAccept(credential: object, cryptosuite: object = eddsaRdfc): Promise<boolean> {
  const answer = await verifyCredential({
    credential: structuredClone(credential),
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loader,
    checkStatus: async () => ({ verified: true }),
  });
  return answer.verified;
}

/** The credential as they sign it. */
export async function theyIssue(
  credential: object,
  { signer, date, cryptosuite = eddsaRdfc }: { readonly signer: object; readonly date: string; readonly cryptosuite?: object },
): Promise<object> {
  const suite = new DataIntegrityProof({ cryptosuite, signer, date });
  return issue({ credential: structuredClone(credential), suite, documentLoader: loader });
}

/** What they show of a credential with a base proof. */
export async function theyDerive(credential: object, cryptosuite: object): Promise<object> {
  const suite = new DataIntegrityProof({ cryptosuite });
  return derive({ verifiableCredential: structuredClone(credential), suite, documentLoader: loader });
}
