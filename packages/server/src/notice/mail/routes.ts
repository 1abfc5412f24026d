import { z } from 'zod';
import { problem } from '../../http/problem.ts';
import { type App, requireActor } from '../../http/route.ts';
import { countCall } from '../../operations/rate-limit.ts';
import type { Services } from '../../services.ts';
import { clearAddress, confirmAddress, setAddress } from './queries.ts';

const LIMIT = { bucket: 'mail-address', calls: 5, seconds: 3600 };
const state = z.object({ address: z.string().nullable(), verified: z.boolean() });

/** The address that a person's mail goes to: set, shown to be theirs by a link, removed. */
export function mailRoutes(app: App, services: Services): void {
  const { db, clock } = services;
  const person = (request: Parameters<typeof requireActor>[0]): number =>
    requireActor(request, 'learner', 'provider', 'developer', 'employer', 'steward').accountId ?? 0;
  app.post(
    '/api/v1/account/mail',
    {
      schema: {
        tags: ['account'],
        summary: 'Set the address that my mail goes to; a link is sent there',
        body: z.strictObject({ address: z.email().max(300) }),
        response: { 202: state },
      },
    },
    async (request, reply) => {
      const accountId = person(request);
      await countCall(db, `account:${accountId}`, LIMIT);
      await db.asAccount((tx) => setAddress(tx, accountId, request.body.address, clock.now()));
      return reply.code(202).send({ address: request.body.address, verified: false });
    },
  );
  app.post(
    '/api/v1/account/mail/confirmation',
    {
      schema: {
        tags: ['account'],
        summary: 'Show, by the link that was sent there, that an address is mine',
        body: z.strictObject({ token: z.string().min(20).max(100) }),
        response: { 200: z.object({ verified: z.literal(true) }) },
      },
    },
    async (request) => {
      if (!(await db.asAccount((tx) => confirmAddress(tx, request.body.token, clock.now()))))
        throw problem('address-not-confirmed', 422, 'This link is unknown, used or past its time.');
      return { verified: true as const };
    },
  );
  app.delete(
    '/api/v1/account/mail',
    { schema: { tags: ['account'], summary: 'Have no mail sent to me', response: { 200: state } } },
    async (request) => {
      const accountId = person(request);
      await db.asAccount((tx) => clearAddress(tx, accountId));
      return { address: null, verified: false };
    },
  );
}
