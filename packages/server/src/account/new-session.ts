import type { ActorKind } from '../database/connection.ts';

/** A session as it is opened: who acts, for whom, with what. */
export interface NewSession {
  readonly kind: Exclude<ActorKind, 'public' | 'batch'>;
  readonly accountId: number | null;
  readonly clientId: string | null;
  readonly learnerId: number | null;
  readonly organisationId: number | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** Such as "Firefox, Linux"; '' for a system. */
  readonly device: string;
  readonly method: 'issuer' | 'passkey' | 'client';
  /** The authority under which it acts for the learner; none: for themself. */
  readonly delegationId?: number;
}
