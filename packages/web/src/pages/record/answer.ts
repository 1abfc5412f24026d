import type { LearnerRecord } from '@recognition/client';
import type { Decision } from '@recognition/recognition';
import { redecided } from '../../deciding/decide.ts';
import { linesOf } from '../../deciding/model.ts';
import { longDate } from '../../language/index.ts';
import { awardNameOf } from '../../parts/award-name.ts';
import { headline, leadOf, type Spoken } from './headline.ts';

/** An award that the learner holds, and what to do about it. */
export interface Held {
  readonly id: string;
  readonly waits: boolean;
  readonly says: string;
  readonly open: string;
}

/** What can be done next; the first is the main one unless it only looks further. */
export interface Act {
  readonly to: '/record/claim' | '/catalogue';
  readonly says: string;
  readonly main: boolean;
}

/** Awards in force, and those that are suspended and wait for the learner. */
export function heldOf(awards: LearnerRecord['awards'], spoken: Spoken): readonly Held[] {
  const { t } = spoken;
  return awards
    .filter((award) => award.status === 'live' || award.status === 'suspended')
    .map((award) => {
      const name = awardNameOf(award, spoken);
      const waits = award.status === 'suspended';
      return {
        id: award.id,
        waits,
        says: t(waits ? 'record.holds-suspended' : 'record.holds', { name }),
        open: t(waits ? 'record.answer-award' : 'record.open-award'),
      };
    });
}

/** Claim, or see the choices; where nothing can be claimed yet, look for more. */
export function actsOf(decision: Decision, t: Spoken['t']): readonly Act[] {
  if (!decision.eligible) return [{ to: '/catalogue', says: t('record.look'), main: false }];
  const claim = { to: '/record/claim', says: t('record.claim'), main: true } as const;
  const choices = { to: '/record/claim', says: t('record.choices', { count: decision.options.length }), main: false } as const;
  return decision.options.length > 1 ? [claim, choices] : [claim];
}

/** The day of the answer, as the page says it above. */
export function eyebrowOf(asOf: string, { t, language }: Pick<Spoken, 't' | 'language'>): string {
  return t('record.eyebrow', { date: longDate(asOf, language) });
}

/** The answer of a record at rest, before anybody moves the frame: the two sentences with which the page opens. */
export function answerAtRest(
  { record, decision }: { readonly record: LearnerRecord['record']; readonly decision: Decision },
  spoken: Spoken,
): { readonly headline: string; readonly lead: string } {
  const state = redecided(decision);
  const shown = { untouched: true, counted: new Set(state.counted), problems: [] };
  const lines = linesOf(record, decision);
  return { headline: headline(spoken, state, shown, lines), lead: leadOf(spoken, state, shown, lines) };
}
