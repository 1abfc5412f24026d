import { generateKeyPairSync, sign } from 'node:crypto';
import { addProof, encodeMultikey } from '@recognition/credentials';
import { z } from 'zod';
import { keepBadge } from '../exchange/badges/held.ts';
import { everLetIn, insertConsent, nextId } from '../exchange/badges/queries.ts';
import { registerClient, registrationBody } from '../exchange/badges/registration.ts';
import { OFFLINE, scopeOf } from '../exchange/badges/standards.ts';
import { matchLearners } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { writeLog } from '../sharing/log-queries.ts';
import { PERSONAS } from './personas.ts';

const NAME = 'Lantern Portfolio';
const HOST = 'portfolio.example';

/** One application that Rangi let in, and a badge of an invented club that it added. Doing it again changes nothing. */
export async function letApplicationIn(services: Services): Promise<void> {
  const who = PERSONAS.find(({ id }) => id === 'rangi')?.learner;
  if (who === undefined) throw new RangeError('the demonstration has no Rangi');
  const [learnerId] = await matchLearners(services, 'operator', [who]);
  if (typeof learnerId !== 'number') throw new Error("the demonstration's rangi has no record");
  if (await services.db.asBatch((tx) => everLetIn(tx, learnerId))) return;
  const scopes = [
    scopeOf('ob', 'credential.readonly'),
    scopeOf('ob', 'credential.upsert'),
    scopeOf('ob', 'profile.readonly'),
    OFFLINE,
  ];
  const registration = registrationBody.parse({
    client_name: NAME,
    client_uri: `https://${HOST}/`,
    redirect_uris: [`https://${HOST}/callback`],
    scope: scopes.join(' '),
  });
  const { client_id: clientId } = z.looseObject({ client_id: z.string() }).parse(await registerClient(services, registration));
  const at = services.clock.now();
  await keepBadge(services, learnerId, { body: await clubBadge(), standard: 'ob', source: `${NAME} (${HOST})` }, async (tx) => {
    const consentId = await nextId(tx, learnerId);
    const line = { learnerId, about: 'application', aboutId: consentId, at } as const;
    await insertConsent(tx, {
      learnerId,
      consentId,
      clientId,
      clientName: NAME,
      goesTo: HOST,
      scopes,
      grantedAt: at,
      grantedBy: 'operator',
    });
    await writeLog(tx, { ...line, kind: 'granted', actor: 'operator' });
    await writeLog(tx, { ...line, kind: 'changed', actor: `application:${clientId}` });
  });
}

/** A badge of a club that does not exist, signed with a key that nobody keeps. */
async function clubBadge(): Promise<object> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = encodeMultikey(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  const badge = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:5f0d6a52-6b1e-4c0e-9a53-0d1f0c3f7a11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: `did:key:${key}`, type: ['Profile'], name: 'Invented Waka Ama Club' },
    validFrom: '2026-03-01T00:00:00Z',
    name: 'Coach of young paddlers',
    credentialSubject: {
      type: ['AchievementSubject'],
      id: 'urn:uuid:5f0d6a52-6b1e-4c0e-9a53-0d1f0c3f7a12',
      achievement: {
        id: 'urn:uuid:5f0d6a52-6b1e-4c0e-9a53-0d1f0c3f7a13',
        type: ['Achievement'],
        name: 'Coach of young paddlers',
        description: 'Leads a crew of beginners through a season, safely.',
        criteria: { narrative: 'One season with a crew, seen by two coaches of the club.' },
      },
    },
  };
  const signer = { verificationMethod: `did:key:${key}#${key}`, sign: async (data: Uint8Array) => sign(null, data, privateKey) };
  return addProof(badge, { signer, created: '2026-03-02T00:00:00Z' });
}
