/** Where an application stands. `asked` waits for the learner, `applied` and `assessed` for the provider; the last three are settled. */
export const STATUSES = ['draft', 'applied', 'asked', 'assessed', 'decided', 'recorded', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

export const EVENT_KINDS = [
  'drafted',
  'applied',
  'withdrawn',
  'asked',
  'answered',
  'assessed',
  'returned',
  'decided',
  'recorded',
  'appealed',
  'reviewed',
  'consent-ended',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

interface Step {
  readonly from: readonly Status[];
  /** Null: it stays where it is. */
  readonly to: Status | null;
  readonly by: 'learner' | 'provider';
}

/** Which event may happen where, and what it leads to. */
export const STEPS: Readonly<Record<EventKind, Step>> = {
  drafted: { from: ['draft'], to: 'draft', by: 'learner' },
  applied: { from: ['draft'], to: 'applied', by: 'learner' },
  withdrawn: { from: ['draft', 'applied', 'asked', 'assessed'], to: 'withdrawn', by: 'learner' },
  asked: { from: ['applied'], to: 'asked', by: 'provider' },
  answered: { from: ['asked'], to: 'applied', by: 'learner' },
  assessed: { from: ['applied', 'asked'], to: 'assessed', by: 'provider' },
  returned: { from: ['assessed'], to: 'applied', by: 'provider' },
  decided: { from: ['assessed'], to: 'decided', by: 'provider' },
  recorded: { from: ['decided'], to: 'recorded', by: 'provider' },
  appealed: { from: ['decided', 'recorded'], to: null, by: 'learner' },
  reviewed: { from: ['decided', 'recorded'], to: null, by: 'provider' },
  'consent-ended': { from: ['decided', 'recorded'], to: null, by: 'learner' },
};

/** Whether an event may happen to an application that stands here. */
export function mayHappen(kind: EventKind, status: Status): boolean {
  return STEPS[kind].from.includes(status);
}
