import {
  answerOf,
  examineCredential,
  type Examination,
  type ExpectedPresentation,
  type Resolver,
  type VerificationAnswer,
} from '@recognition/credentials';
import { guardedFetch } from '../http/guarded-fetch.ts';
import { serverDigest } from '../keys/digest.ts';
import type { Services } from '../services.ts';
import { didDocument, didDocumentUrl } from './issuer.ts';
import { publishedStatusList } from './status.ts';
import { trustedHere } from './trusted.ts';

/** Checks a credential for anyone (contracts 4): what is ours is answered from here, the rest is fetched under guard. */
export async function verifyForPublic(services: Services, credential: unknown): Promise<VerificationAnswer> {
  return answerOf(await examineForPublic(services, credential));
}

/** The same with the document that was found in what was given, and the codes behind each check. `expected` is the question that it answers. */
export async function examineForPublic(
  services: Services,
  credential: unknown,
  expected?: ExpectedPresentation,
): Promise<Examination> {
  const { issuers, held } = await trustedHere(services);
  return examineCredential(credential, {
    now: services.clock.now().toISOString(),
    resolver: resolverOf(services),
    digest: serverDigest,
    trusted: issuers,
    held,
    ...(expected === undefined ? {} : { expected }),
  });
}

/** What is ours is answered from here, the rest is fetched under guard. */
export function resolverOf(services: Services): Resolver {
  const { url, outgoingAllowed } = services.settings;
  const lists = `${url}/status/`;
  return {
    fetch: async (address) => {
      if (address === didDocumentUrl(url)) return { status: 'found', body: await didDocument(services) };
      if (!address.startsWith(lists)) return guardedFetch(address, outgoingAllowed);
      const found = await publishedStatusList(services, address.slice(lists.length));
      return found === null
        ? { status: 'unreachable', detail: 'there is no such status list' }
        : { status: 'found', body: found.credential };
    },
  };
}
