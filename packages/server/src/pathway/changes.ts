import type { RecognitionRecord } from '@recognition/recognition';
import { lineagesHeld } from '@recognition/recognition/pathway';
import { loadShelf } from '../offering/shelf/load.ts';
import type { Services } from '../services.ts';
import type { Asked, PlanView, SavedView } from './schemas.ts';

type Change = SavedView['changes'][number];

/** What has changed since a plan was made, and a word for the whole of it; null where it still stands, goes as it was planned, or is done. */
export interface Changed {
  readonly changes: Change[];
  readonly state: string | null;
}

/**
 * Sets a plan beside what is offered now and what the record holds now. `state` is the same for the same changes, and another when a course
 * moves once more.
 */
export async function changesOf(
  services: Pick<Services, 'db' | 'clock'>,
  record: RecognitionRecord,
  { audience }: Asked,
  plan: PlanView,
): Promise<Changed> {
  const today = services.clock.today();
  const shelf = await loadShelf(services);
  const offered = new Map(shelf.offerings.map((one) => [String(one.id), one]));
  const held = lineagesHeld({ record });
  const changes = plan.steps.flatMap(({ offering, begins }, step): readonly Change[] => {
    const now = offered.get(offering.id);
    if (offering.outcomes.length > 0 && offering.outcomes.every(({ lineage }) => held.has(lineage))) return [said(step, 'done')];
    if (now === undefined) return [said(step, begins <= today ? 'begun' : 'gone')];
    if (now.begins !== offering.begins || now.ends !== offering.ends) return [said(step, 'moved')];
    return now.prices[audience] === offering.prices[audience] ? [] : [said(step, 'price')];
  });
  const ids = new Set(
    record.achievements.filter(({ status, usedIn }) => status === 'confirmed' && usedIn.length === 0).map(({ id }) => id),
  );
  if (plan.held.some(({ achievement }) => !ids.has(achievement))) changes.push(said(null, 'falls-short'));
  if (changes.length === plan.steps.length && changes.every(({ code }) => code === 'done'))
    return { changes: [said(null, 'met')], state: null };
  const codes = new Set(changes.map(({ code }) => code));
  // Begun, and done since, is what was planned.
  if (codes.size === 0 || (codes.has('begun') && [...codes].every((code) => code === 'begun' || code === 'done')))
    return { changes, state: null };
  const state = changes.map(({ step, code }) => {
    const now = MOVES.has(code) ? offered.get(plan.steps[step ?? -1]?.offering.id ?? '') : undefined;
    return [step, code, ...(now === undefined ? [] : [now.begins, now.ends, now.prices[audience] ?? null])];
  });
  return { changes, state: JSON.stringify(state) };
}

/** What may change once more and is another change then. */
const MOVES: ReadonlySet<Change['code']> = new Set(['moved', 'price']);

const SAID: Readonly<Record<Change['code'], { readonly en: string; readonly mi: string }>> = {
  gone: { en: 'This is no longer offered. Plan again.', mi: 'Kāore tēnei e whakaratohia ana ināianei. Whakamaheretia anō.' },
  moved: { en: 'Its days have changed. Plan again.', mi: 'Kua rerekē ōna rā. Whakamaheretia anō.' },
  price: { en: 'Its price has changed.', mi: 'Kua rerekē tōna utu.' },
  done: { en: 'You have achieved this.', mi: 'Kua tutuki tēnei i a koe.' },
  begun: { en: 'This has begun.', mi: 'Kua tīmata tēnei.' },
  met: { en: 'You have done all of this plan.', mi: 'Kua oti katoa tēnei mahere.' },
  better: {
    en: 'All of it still stands, and with what is offered now a better plan is possible.',
    mi: 'E tū tonu ana te katoa, ā, mā ngā mea e whakaratohia ana ināianei ka taea he mahere pai ake.',
  },
  'falls-short': {
    en: 'Something in the record that this plan counts on counts no more. Plan again.',
    mi: 'Kāore e tatauria ana ināianei tētahi mea o te mauhanga e whirinaki ai tēnei mahere. Whakamaheretia anō.',
  },
};

const said = (step: number | null, code: Change['code']): Change => ({ step, code, ...SAID[code] });

/** That a better plan is possible than one that stands whole. */
export const BETTER_NOW: Change = said(null, 'better');
