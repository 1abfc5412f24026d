import { type DefinitionCheck, finding } from './check.ts';

/** It is reviewed as often as its kind must be. */
export const reviewPeriod: DefinitionCheck = ({ reviewYears }, context) => {
  const asked = context.rule.definition?.reviewYears ?? null;
  if (asked === null || reviewYears === null || (reviewYears >= asked.least && reviewYears <= asked.most)) return [];
  const { least, most } = asked;
  return [
    finding(
      'review-period',
      'reviewYears',
      context,
      `It is reviewed every ${least} to ${most} years.`,
      `Ka arotakengia ia ${least} ki te ${most} tau.`,
    ),
  ];
};
