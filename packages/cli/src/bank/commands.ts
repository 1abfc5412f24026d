import type { Listed } from '../command.ts';

/** What is kept as a ledger: banks of credits, and learning accounts. */
export const ledgerCommands: readonly Listed[] = [
  {
    name: 'bank admit',
    summary: 'let an organisation take part in a bank of credits',
    load: async () => (await import('./admit.ts')).bankAdmit,
  },
  {
    name: 'bank deposit',
    summary: 'deposit credits of a file for an institution',
    load: async () => (await import('./deposit.ts')).bankDeposit,
  },
  {
    name: 'bank statement',
    summary: 'write a learner’s statement of a bank of credits',
    load: async () => (await import('./statement.ts')).bankStatement,
  },
  {
    name: 'learning-account open',
    summary: 'open a lifelong learning account for a learner',
    load: async () => (await import('../learning-account/open.ts')).learningAccountOpen,
  },
  {
    name: 'learning-account statement',
    summary: 'write the statements of a learner’s learning accounts',
    load: async () => (await import('../learning-account/statement.ts')).learningAccountStatement,
  },
];
