import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Acting, ActorKind } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { problem } from './problem.ts';

/** The application as routes see it: schemas are Zod, types follow from them. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** A folder's `routes.ts` exports one of these; `http/app.ts` is the list of them. */
export type Routes = (app: App, services: Services) => void;

/** Who is signed in, as the session says. `acting` goes to `db.as`. */
export interface SignedIn {
  readonly acting: Acting;
  readonly kind: ActorKind;
  /** How the actor is named in events and logs: `account:7`, `client:abc`. Never a name or a number of a person. */
  readonly actor: string;
  readonly accountId: number | null;
  readonly clientId: string | null;
  readonly learnerId: number | null;
  readonly organisationId: number | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** Under whose authority this session acts for the learner; absent where whoever signed in acts for themself. */
  readonly delegation?: Delegation;
}

/** What a delegate may do for a learner beside reading the record. */
export const ACTS = ['claim', 'share', 'dispute'] as const;
export type Act = (typeof ACTS)[number];

export interface Delegation {
  readonly id: number;
  /** A slug of the policy (frameworks/nz/service.json). */
  readonly authority: string;
  readonly acts: readonly Act[];
  /** The last day; null where the authority has none. */
  readonly until: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by http/sign-in for a live session or access token; null for the public. */
    signedIn: SignedIn | null;
    /** `en` or `mi`, from ?lang, the cookie or Accept-Language. */
    language: 'en' | 'mi';
    /** What a delegate has been let do with this request; the learner's list of who looked tells it. */
    acted: Act | null;
  }
}

/** The actor of a request, which must be signed in as one of these kinds (401 `sign-in-needed`, 403 `not-your-door`). */
export function requireActor(request: FastifyRequest, ...kinds: readonly ActorKind[]): SignedIn {
  const { signedIn } = request;
  if (signedIn === null) throw problem('sign-in-needed', 401, 'Sign in to do this.');
  if (!kinds.includes(signedIn.kind)) throw problem('not-your-door', 403, 'Your sign-in does not open this.');
  return signedIn;
}

/** The same, and the actor must hold one of these roles in their organisation (403 `role-needed`). */
export function requireRole(request: FastifyRequest, kinds: readonly ActorKind[], ...roles: readonly string[]): SignedIn {
  const signedIn = requireActor(request, ...kinds);
  if (!roles.some((role) => signedIn.roles.includes(role) || signedIn.scopes.includes(role))) {
    throw problem('role-needed', 403, `This needs the role ${roles.join(' or ')}.`);
  }
  return signedIn;
}

/** The learner whose record the signed-in learner may open; throws when the sign-in is not linked to one yet. */
export function requireLearner(request: FastifyRequest): SignedIn & { readonly learnerId: number } {
  const signedIn = requireActor(request, 'learner');
  if (signedIn.learnerId === null) throw problem('record-not-linked', 403, 'Your sign-in is not linked to a record yet.');
  return { ...signedIn, learnerId: signedIn.learnerId };
}

/** The learner themself: nobody who acts for them (403 `only-yourself`). */
export function requireInPerson(request: FastifyRequest): SignedIn & { readonly learnerId: number } {
  const learner = requireLearner(request);
  if (learner.delegation !== undefined)
    throw problem('only-yourself', 403, 'Only the learner does this, nobody who acts for them.');
  return learner;
}

/** The learner, or a delegate whose authority covers the act (403 `not-in-authority`). The database holds the same. */
export function requireAct(request: FastifyRequest, act: Act): SignedIn & { readonly learnerId: number } {
  const learner = requireLearner(request);
  if (learner.delegation === undefined) return learner;
  if (!learner.delegation.acts.includes(act))
    throw problem('not-in-authority', 403, 'What you may do for this learner does not cover this.');
  request.acted = act;
  return learner;
}
