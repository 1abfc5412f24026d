import { addWorkingDays } from '@recognition/recognition';
import type { Services } from '../services.ts';
import { SERVICE_POLICY } from './policy.ts';
import type { DisputeSubject } from './reasons.ts';

/** The last day for an answer to what is asked today. */
export function answerBy({ clock }: Pick<Services, 'clock'>, subject: DisputeSubject): string {
  const { disputeAnswer, appealAnswer } = SERVICE_POLICY.parameters;
  return addWorkingDays(clock.today(), (subject === 'award' ? appealAnswer : disputeAnswer).value);
}

/** The last day to which an answer that is due on a day may be put off. */
export function latestExtension(due: string): string {
  return addWorkingDays(due, SERVICE_POLICY.parameters.disputeExtension.value);
}
