import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PERSONAS } from '../demonstration/personas.ts';
import { ACTS } from '../http/route.ts';
import type { Services } from '../services.ts';
import { actsFor } from './acts-for.ts';
import { csrfToken } from './session.ts';

const bilingual = z.object({ en: z.string(), mi: z.string() });
export const sessionView = z
  .object({
    signedIn: z.boolean(),
    person: z.object({ name: z.string() }).nullable(),
    actor: z.enum(['learner', 'provider', 'developer', 'employer', 'steward']).nullable(),
    roles: z.array(z.string()),
    organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
    linked: z.boolean(),
    /** For whom this session acts, where it is not for whoever signed in. */
    actsFor: z
      .object({ learner: z.string(), authority: z.string(), acts: z.array(z.enum(ACTS)), until: z.iso.date().nullable() })
      .nullable(),
    csrfToken: z.string().nullable(),
    demonstration: z.boolean(),
    personas: z.array(
      z.object({
        id: z.string(),
        door: z.enum(['learner', 'provider', 'developer', 'employer', 'steward']),
        name: z.string(),
        shows: bilingual,
      }),
    ),
    authority: bilingual,
  })
  .meta({ id: 'Session' });

/** Who is signed in, as the website knows it; the token is for the changes that they send. */
export async function whoIsSignedIn(
  services: Services,
  { signedIn, person }: Pick<FastifyRequest, 'signedIn' | 'person'>,
): Promise<z.infer<typeof sessionView>> {
  const { authority, demonstration } = services.settings;
  const organisation = person?.organisation ?? null;
  return {
    signedIn: signedIn !== null,
    person: person === null ? null : { name: person.name ?? '' },
    actor: signedIn === null || signedIn.kind === 'public' || signedIn.kind === 'batch' ? null : signedIn.kind,
    roles: [...(signedIn?.roles ?? [])],
    organisation: organisation === null ? null : { id: organisation, name: person?.organisationName ?? organisation },
    linked: (signedIn?.learnerId ?? null) !== null,
    actsFor: signedIn === null ? null : await actsFor(services, signedIn),
    csrfToken: signedIn === null ? null : csrfToken(signedIn.acting.token),
    demonstration,
    personas: demonstration ? PERSONAS.map(({ id, door, name, shows }) => ({ id, door, name, shows })) : [],
    authority: { en: authority.name, mi: authority.nameMi },
  };
}
