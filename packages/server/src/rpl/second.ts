import { SERVICE_POLICY } from '../dispute/policy.ts';

/** Whether what is granted asks for a second assessor: `credits` are those of all outcomes that are granted together. Pure. */
export function needsSecond(credits: number, from: number = SERVICE_POLICY.parameters.rplSecondAssessor.value): boolean {
  return credits >= from;
}
