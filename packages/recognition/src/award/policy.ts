import type { AwardPolicy, Framework, FrameworkAward } from '../framework/framework.ts';
import { DecisionError } from './decision-error.ts';

export interface ChosenPolicy {
  readonly award: FrameworkAward;
  readonly policy: AwardPolicy;
}

/** The rule of an award: the version asked for as `nz-alq@2025.1`, else the latest. Throws `unknown-award` or `unknown-policy`. */
export function choosePolicy(framework: Framework, awardId: string, asked?: string): ChosenPolicy {
  const award = framework.awards.find((one) => one.id === awardId);
  if (award === undefined) throw new DecisionError('unknown-award', `The framework ${framework.id} has no award ${awardId}.`);
  const policy =
    asked === undefined
      ? award.versions.reduce((latest, one) => (one.from > latest.from ? one : latest))
      : award.versions.find((one) => `${award.policy}@${one.version}` === asked);
  if (policy === undefined) throw new DecisionError('unknown-policy', `The award ${awardId} has no policy ${asked}.`);
  return { award, policy };
}
