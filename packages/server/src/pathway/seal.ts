import type { Services } from '../services.ts';
import { isSecret, keep } from '../sharing/secret.ts';
import { type Asked, askBody, type PlanView, planView } from './schemas.ts';

const WHAT = 'pathway-plan';

/**
 * The seal of a plan that was made here for a learner: only such a plan is kept, since whoever is shown it reads that it was proven. The same
 * plan for the same question has the same seal until the key is changed. Nothing secret is in it.
 */
export function sealOf({ keys }: Pick<Services, 'keys'>, learnerId: number, asked: Asked, plan: PlanView): string {
  return Buffer.from(keep(keys, WHAT, textOf(learnerId, asked, plan)).hash).toString('base64url');
}

/** Whether a plan is one that was made here, for this learner and this question, under any key that there still is. */
export function isSealed(
  { keys }: Pick<Services, 'keys'>,
  learnerId: number,
  { asked, plan, seal }: { readonly asked: Asked; readonly plan: PlanView; readonly seal: string },
): boolean {
  const [text, hash] = [textOf(learnerId, asked, plan), Buffer.from(seal, 'base64url')];
  return keys.sharingKeys().some((keyId) => isSecret(keys, WHAT, text, { hash, keyId }));
}

/** One text for one plan, whatever order its parts came in: what is parsed has the order of its form. */
function textOf(learnerId: number, asked: Asked, plan: PlanView): string {
  return JSON.stringify([learnerId, askBody.parse(asked), planView.parse(plan)]);
}
