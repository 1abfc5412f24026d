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
    name: 'bank holdings',
    summary: 'say what a learner holds in a bank of credits, and what it can be redeemed for',
    load: async () => (await import('./holdings.ts')).bankHoldings,
  },
  {
    name: 'bank transfer',
    summary: 'transfer credits to another institution of the bank',
    load: async () => (await import('./transfer.ts')).bankTransfer,
  },
  {
    name: 'bank redeem',
    summary: 'decide an award on what is held, and redeem it: debited for ever, once',
    load: async () => (await import('./redeem.ts')).bankRedeem,
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
    name: 'learning-account grant',
    summary: 'give what is due by rule today, to one learner or to everybody',
    load: async () => (await import('../learning-account/grant.ts')).learningAccountGrant,
  },
  {
    name: 'learning-account show',
    summary: 'say what a learner can spend, by grant, and what is reserved',
    load: async () => (await import('../learning-account/show.ts')).learningAccountShow,
  },
  {
    name: 'learning-account programmes',
    summary: 'list the programmes that an account may pay for today',
    load: async () => (await import('../learning-account/programmes.ts')).learningAccountProgrammes,
  },
  {
    name: 'learning-account reserve',
    summary: 'reserve credit for a listed programme',
    load: async () => (await import('../learning-account/reserve.ts')).learningAccountReserve,
  },
  {
    name: 'learning-account spend',
    summary: 'spend a reservation, once',
    load: async () => (await import('../learning-account/close.ts')).learningAccountSpend,
  },
  {
    name: 'learning-account release',
    summary: 'release a reservation, once',
    load: async () => (await import('../learning-account/close.ts')).learningAccountRelease,
  },
  {
    name: 'learning-account statement',
    summary: 'write the statements of a learner’s learning accounts',
    load: async () => (await import('../learning-account/statement.ts')).learningAccountStatement,
  },
];
