import { type Resolver, verifyCredential, type VerificationAnswer } from '@recognition/credentials';
import { guardedFetch } from '../http/guarded-fetch.ts';
import { serverDigest } from '../keys/digest.ts';
import type { Services } from '../services.ts';
import { didDocument, didDocumentUrl, issuerDid } from './issuer.ts';
import { publishedStatusList } from './status.ts';

/** Checks a credential for anyone (contracts 4): what is ours is answered from here, the rest is fetched under guard. */
export async function verifyForPublic(services: Services, credential: unknown): Promise<VerificationAnswer> {
  const { url, authority } = services.settings;
  return verifyCredential(credential, {
    now: services.clock.now().toISOString(),
    resolver: resolverOf(services),
    digest: serverDigest,
    trusted: [{ id: issuerDid(url), name: authority.name }],
  });
}

/** What is ours is answered from here, the rest is fetched under guard. */
export function resolverOf(services: Services): Resolver {
  const { url } = services.settings;
  const lists = `${url}/status/`;
  return {
    fetch: async (address) => {
      if (address === didDocumentUrl(url)) return { status: 'found', body: await didDocument(services) };
      if (!address.startsWith(lists)) return guardedFetch(address);
      const found = await publishedStatusList(services, address.slice(lists.length));
      return found === null
        ? { status: 'unreachable', detail: 'there is no such status list' }
        : { status: 'found', body: found.credential };
    },
  };
}
