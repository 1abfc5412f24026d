import { Temporal } from 'temporal-polyfill';
import { SERVICE_POLICY } from '../dispute/policy.ts';
import { problem } from '../http/problem.ts';
import type { Act, SignedIn } from '../http/route.ts';
import { birthDateOf } from '../identity/index.ts';
import type { Services } from '../services.ts';

export type Authority = (typeof SERVICE_POLICY.authorities)[number];

/** The authority of this name which this side may give. Throws `authority-unknown` (422). */
export function authorityNamed(id: string, grantedBy: Authority['grantedBy']): Authority {
  const found = SERVICE_POLICY.authorities.find((one) => one.id === id && one.grantedBy === grantedBy);
  if (found === undefined) throw problem('authority-unknown', 422, 'There is no such authority, or it is not yours to give.');
  return found;
}

/** The first day on which somebody born on this day does more by themself: their birthday; 1 March where 29 February is not there. */
export function comesOfAge(birthDate: string): string {
  const { value } = SERVICE_POLICY.parameters.guardianAge;
  const born = Temporal.PlainDate.from(birthDate);
  const birthday = born.add({ years: value });
  return (birthday.day === born.day ? birthday : birthday.add({ days: 1 })).toString();
}

/** Whether somebody born on this day is under the age on this day. An unknown birth date is not under it. */
export function isUnderAge(birthDate: string | null, today: string): boolean {
  return birthDate !== null && today < comesOfAge(birthDate);
}

/** The last day of an authority: what was asked for, within what the policy allows. Throws `authority-date`, `authority-age` (422). */
export function lastDay(authority: Authority, asked: string | null, birthDate: string | null, today: string): string | null {
  const day = Temporal.PlainDate.from(today);
  let longest: string | null = null;
  if (authority.underAge) {
    if (birthDate === null || !isUnderAge(birthDate, today))
      throw problem('authority-age', 422, 'This authority is for learners under the age of the policy only.');
    longest = Temporal.PlainDate.from(comesOfAge(birthDate)).subtract({ days: 1 }).toString();
  } else if (authority.grantedBy === 'learner') {
    longest = day.add({ days: SERVICE_POLICY.parameters.agentDays.value }).toString();
  }
  const last = asked ?? longest;
  if (last !== null && (last < today || (longest !== null && last > longest)))
    throw problem('authority-date', 422, 'The last day is today at the earliest, and no later than this authority allows.', {
      latest: longest,
    });
  return last;
}

/**
 * What a learner under the age of the policy does through a guardian only. Throws `guardian-needed` (403) when the learner asks by
 * themself; a delegate, whose authority was looked at already, passes.
 */
export async function requireAge(
  services: Services,
  learner: SignedIn & { readonly learnerId: number },
  act: Act,
): Promise<void> {
  if (learner.delegation !== undefined || !SERVICE_POLICY.guardianActs.acts.includes(act)) return;
  if (isUnderAge(await birthDateOf(services, learner.learnerId), services.clock.today()))
    throw problem('guardian-needed', 403, 'At your age a parent or guardian does this for you.');
}
