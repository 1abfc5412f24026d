import { z } from 'zod';
import { problem } from '../http/problem.ts';
import { type App, requireActor, type SignedIn } from '../http/route.ts';
import type { FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import { acceptInvitation, changeRoles, invite, removeMember, ROLES, takeBackInvitation } from './members.ts';
import { listMembers, openInvitations } from './member-queries.ts';

const ORGANISED = ['provider', 'developer', 'employer', 'steward'] as const;
export const organisationId = z.object({ id: z.string().max(64) });

/** An administrator (or NZQA's steward) of the very organisation that the address names. */
export function requireAdministrator(
  request: FastifyRequest,
  organisation: string,
): SignedIn & { readonly organisationId: number } {
  const signedIn = requireActor(request, ...ORGANISED);
  const may = signedIn.roles.includes('administrator') || signedIn.roles.includes('steward');
  if (signedIn.organisationId === null || request.person?.organisation !== organisation || !may) {
    throw problem('role-needed', 403, 'This needs the role administrator in this organisation.');
  }
  return { ...signedIn, organisationId: signedIn.organisationId };
}

export function memberRoutes(app: App, services: Services): void {
  app.get(
    '/api/v1/organisations/:id/members',
    {
      schema: {
        tags: ['account'],
        summary: 'Who belongs to my organisation',
        params: organisationId,
        response: {
          200: z
            .object({
              items: z.array(
                z.object({
                  id: z.string(),
                  name: z.string(),
                  email: z.string().nullable(),
                  roles: z.array(z.string()),
                  self: z.boolean(),
                }),
              ),
              next: z.string().nullable(),
            })
            .meta({ id: 'Members' }),
        },
      },
    },
    async (request) => {
      const { organisationId: at, accountId } = requireAdministrator(request, request.params.id);
      const members = await services.db.asAccount((tx) => listMembers(tx, at));
      return { items: members.map((one) => ({ ...one, self: one.id === String(accountId) })), next: null };
    },
  );
  app.put(
    '/api/v1/organisations/:id/members/:member/roles',
    {
      schema: {
        tags: ['account'],
        summary: 'Give a member these roles and no others; they sign in again',
        params: organisationId.extend({ member: z.coerce.number().int().positive() }),
        body: z.strictObject({ roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length) }),
        response: { 200: z.object({ id: z.string() }) },
      },
    },
    async (request) => {
      const { id, member } = request.params;
      await changeRoles(services, requireAdministrator(request, id), member, request.body.roles);
      return { id: String(member) };
    },
  );
  app.get(
    '/api/v1/organisations/:id/invitations',
    {
      schema: {
        tags: ['account'],
        summary: 'Invitations that wait to be accepted',
        params: organisationId,
        response: {
          200: z
            .object({
              items: z.array(
                z.object({
                  id: z.string(),
                  role: z.string(),
                  email: z.string(),
                  invitedAt: z.string(),
                  expiresAt: z.string(),
                }),
              ),
              next: z.null(),
            })
            .meta({ id: 'Invitations' }),
        },
      },
    },
    async (request) => {
      const { organisationId: at } = requireAdministrator(request, request.params.id);
      const rows = await services.db.asAccount((tx) => openInvitations(tx, at));
      const items = rows.map(({ invited_at: invited, expires_at: expires, ...row }) => ({
        ...row,
        invitedAt: invited.toISOString(),
        expiresAt: expires.toISOString(),
      }));
      return { items, next: null };
    },
  );
  app.delete(
    '/api/v1/organisations/:id/invitations/:invitation',
    {
      schema: {
        tags: ['account'],
        summary: 'Take back an invitation',
        params: organisationId.extend({ invitation: z.coerce.number().int().positive() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await takeBackInvitation(services, requireAdministrator(request, request.params.id), request.params.invitation);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/organisations/:id/invitations',
    {
      schema: {
        tags: ['account'],
        summary: 'Invite somebody to a role',
        params: organisationId,
        body: z.strictObject({ email: z.email().max(300), role: z.enum(ROLES) }),
        response: { 201: z.object({ token: z.string(), acceptUrl: z.string() }) },
      },
    },
    async (request, reply) => {
      const token = await invite(services, requireAdministrator(request, request.params.id), request.body);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ token, acceptUrl: `${services.settings.url}/invitation#${token}` });
    },
  );
  app.post(
    '/api/v1/invitations/accept',
    {
      schema: {
        tags: ['account'],
        summary: 'Accept an invitation; the next sign-in, or the choice of the organisation, has the role',
        body: z.strictObject({ token: z.string().min(20).max(100) }),
        response: { 200: z.object({ id: z.string() }) },
      },
    },
    async (request) => ({
      id: await acceptInvitation(services, requireActor(request, 'learner', ...ORGANISED), request.body.token),
    }),
  );
  app.delete(
    '/api/v1/organisations/:id/members/:member',
    {
      schema: {
        tags: ['account'],
        summary: 'Remove somebody; they lose access at once',
        params: organisationId.extend({ member: z.coerce.number().int().positive() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await removeMember(services, requireAdministrator(request, request.params.id), request.params.member);
      return reply.code(204).send(null);
    },
  );
}
