import type { Listed } from '../command.ts';

/** Plans of a way to a goal: made, kept, looked at again, shown to an adviser. */
export const pathwayCommands: readonly Listed[] = [
  {
    name: 'pathway plan',
    summary: 'plan a way to an award, a job role or skills',
    load: async () => (await import('./plan.ts')).pathwayPlan,
  },
  {
    name: 'pathway save',
    summary: 'plan for one aim, and keep the plan',
    load: async () => (await import('./save.ts')).pathwaySave,
  },
  {
    name: 'pathway list',
    summary: 'list the plans that a learner keeps',
    load: async () => (await import('./kept.ts')).pathwayList,
  },
  {
    name: 'pathway show',
    summary: 'show a kept plan and what has changed since',
    load: async () => (await import('./kept.ts')).pathwayShow,
  },
  {
    name: 'pathway again',
    summary: 'plan anew for a kept plan that has changed',
    load: async () => (await import('./kept.ts')).pathwayAgain,
  },
  {
    name: 'pathway take',
    summary: 'put what was planned anew in the place of a kept plan',
    load: async () => (await import('./kept.ts')).pathwayTake,
  },
  {
    name: 'pathway share',
    summary: 'make a link that shows a plan to an adviser',
    load: async () => (await import('./kept.ts')).pathwayShare,
  },
  {
    name: 'pathway unshare',
    summary: 'end the link to a plan',
    load: async () => (await import('./kept.ts')).pathwayUnshare,
  },
  {
    name: 'pathway open',
    summary: 'show what a link to a plan shows',
    load: async () => (await import('./open.ts')).pathwayOpen,
  },
  {
    name: 'pathway remove',
    summary: 'take a kept plan away',
    load: async () => (await import('./kept.ts')).pathwayRemove,
  },
];
