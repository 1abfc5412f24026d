import { createHash } from 'node:crypto';
import { z } from 'zod';
import { problem } from '../../http/problem.ts';
import { aliasSet, learnerName } from '../../identity/index.ts';
import { secretFrom } from '../../oauth/secrets.ts';
import type { Services } from '../../services.ts';
import type { Application } from './access.ts';
import { keepProfile, profileOf } from './held-queries.ts';
import { noteChange, noteReading } from './reading.ts';
import { API, type Standard } from './standards.ts';

const text = (most: number) => z.string().normalize('NFC').trim().min(1).max(most);

/** What an application may write into a profile (Open Badges 3.0, B.1.19): a few ways to be reached, in the learner's own words. */
const details = z.strictObject({
  description: text(2000).optional(),
  url: z
    .url({ protocol: /^https$/u })
    .max(500)
    .optional(),
  email: z.email().max(254).optional(),
  phone: z
    .string()
    .regex(/^\+?[\d ()-]{3,25}$/u)
    .optional(),
});

export const profileBody = z.looseObject({
  id: z.string().max(500),
  type: z.union([z.string(), z.array(z.string())]),
  name: z.string().max(500).optional(),
});

/** The learner's profile, as this application sees it: her name, and what was written into it. Written down before it is answered. */
export async function readProfile(services: Services, application: Application, standard: Standard): Promise<object> {
  const { learnerId } = application;
  const name = await learnerName(services, learnerId);
  const ids = await aliasSet(services, learnerId);
  const written = await services.db.asBatch(async (tx) => {
    await noteReading(services, tx, application, { outcomes: [], awards: 0, fields: ['name'] });
    return profileOf(tx, ids);
  });
  return { '@context': [API[standard].context], id: idFor(services, application), type: ['Profile'], name, ...written };
}

/**
 * Takes a whole profile from an application: what it leaves out is gone. The id stays, and so does the name, which is the record's.
 * Throws `profile-refused` (400) for anything else than the few properties that are kept.
 */
export async function writeProfile(
  services: Services,
  application: Application,
  standard: Standard,
  body: z.infer<typeof profileBody>,
): Promise<object> {
  const { '@context': _context, id, type, name, ...rest } = body;
  const { learnerId, clientId } = application;
  const own = await learnerName(services, learnerId);
  if (id !== idFor(services, application)) throw problem('profile-refused', 400, 'The id is not that of this profile.');
  if (![type].flat().includes('Profile')) throw problem('profile-refused', 400, 'The type is Profile.');
  if (name !== undefined && name.normalize('NFC') !== own)
    throw problem('profile-refused', 400, 'The name is that of the record, and is not changed here.');
  const read = details.safeParse(rest);
  if (!read.success)
    throw problem('profile-refused', 400, 'A profile here keeps description, url (https), email and phone, each as a text.');
  const at = services.clock.now();
  await services.db.asBatch(async (tx) => {
    await keepProfile(tx, learnerId, read.data, at, `application:${clientId}`);
    await noteChange(services, tx, application);
  });
  return { '@context': [API[standard].context], id, type: ['Profile'], name: own, ...read.data };
}

/** An id of the learner's for one application: two of them cannot tell that they know the same person. */
function idFor(services: Services, { learnerId, clientId }: Application): string {
  const secret = secretFrom(services, 'badge-profile', `${clientId}\n${learnerId}`);
  const hex = createHash('sha256').update(secret).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
