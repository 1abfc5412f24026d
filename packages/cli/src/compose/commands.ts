import type { Listed } from '../command.ts';

/** Composing: taking awards apart, putting units together, and what they add up to. */
export const composeCommands: readonly Listed[] = [
  {
    name: 'compose definitions',
    summary: 'write the awards that a country’s file makes of its outcomes',
    load: async () => (await import('./definitions.ts')).composeDefinitions,
  },
  {
    name: 'compose unbundle',
    summary: 'take an award apart into its units',
    load: async () => (await import('./unbundle.ts')).composeUnbundle,
  },
  {
    name: 'compose bundle',
    summary: 'put definitions together as one award, each unit once',
    load: async () => (await import('./bundle.ts')).composeBundle,
  },
  {
    name: 'compose rebundle',
    summary: 'make a new award of units of several sources',
    load: async () => (await import('./bundle.ts')).composeRebundle,
  },
  {
    name: 'compose check',
    summary: 'check definitions by a framework’s rules, the same for every developer',
    load: async () => (await import('./check.ts')).composeCheck,
  },
  {
    name: 'compose package',
    summary: 'sum days and price of courses for one employer',
    load: async () => (await import('./package.ts')).composePackage,
  },
  {
    name: 'compose claimable',
    summary: 'say what can be claimed, and what one more unit completes',
    load: async () => (await import('./claimable.ts')).composeClaimable,
  },
  {
    name: 'compose basket',
    summary: 'say what outcomes add up to in each framework, and what one more completes',
    load: async () => (await import('./basket.ts')).composeBasket,
  },
  {
    name: 'compose convert',
    summary: 'read a size in the units of every framework',
    load: async () => (await import('./convert.ts')).composeConvert,
  },
];
