import type { Listed } from '../command.ts';

/** What was learned elsewhere: evidence, recognition of prior learning, and transfer of credit. */
export const rplCommands: readonly Listed[] = [
  {
    name: 'evidence add',
    summary: 'keep a file, a link or a credential that shows what a learner can do',
    load: async () => (await import('../evidence/add.ts')).evidenceAdd,
  },
  {
    name: 'evidence list',
    summary: 'list what a learner keeps to show what they can do',
    load: async () => (await import('../evidence/list.ts')).evidenceList,
  },
  {
    name: 'evidence read',
    summary: 'write the file of a piece of evidence',
    load: async () => (await import('../evidence/list.ts')).evidenceRead,
  },
  {
    name: 'evidence remove',
    summary: 'remove a piece of evidence, with its file',
    load: async () => (await import('../evidence/list.ts')).evidenceRemove,
  },
  {
    name: 'rpl match',
    summary: 'say which outcomes a story speaks for, and what is lacking',
    load: async () => (await import('./tell.ts')).rplMatch,
  },
  {
    name: 'rpl begin',
    summary: 'begin an application for recognition of prior learning with a story',
    load: async () => (await import('./tell.ts')).rplBegin,
  },
  {
    name: 'rpl draft',
    summary: 'write what an application asks for, of whom, with what evidence',
    load: async () => (await import('./apply.ts')).rplDraft,
  },
  {
    name: 'rpl apply',
    summary: 'send an application to its provider, with consent',
    load: async () => (await import('./apply.ts')).rplApply,
  },
  {
    name: 'rpl show',
    summary: 'list a learner’s applications, or show one',
    load: async () => (await import('./show.ts')).rplShow,
  },
  {
    name: 'rpl answer',
    summary: 'answer a question of the assessor',
    load: async () => (await import('./answer.ts')).rplAnswer,
  },
  {
    name: 'rpl withdraw',
    summary: 'take an application back, or end the consent to it',
    load: async () => (await import('./apply.ts')).rplWithdraw,
  },
  {
    name: 'rpl appeal',
    summary: 'appeal against an outcome that was declined',
    load: async () => (await import('./answer.ts')).rplAppeal,
  },
  {
    name: 'rpl list',
    summary: 'list applications for recognition of prior learning',
    load: async () => (await import('./list.ts')).rplList,
  },
  {
    name: 'rpl read',
    summary: 'open an application as an assessor, with its criteria and evidence',
    load: async () => (await import('./read.ts')).rplRead,
  },
  {
    name: 'rpl ask',
    summary: 'ask a learner something about their application',
    load: async () => (await import('./read.ts')).rplAsk,
  },
  {
    name: 'rpl decide',
    summary: 'judge an application for recognition of prior learning, confirm it, or review an appeal',
    load: async () => (await import('./decide.ts')).rplDecide,
  },
  {
    name: 'transfer ask',
    summary: 'ask a provider to transfer credit',
    load: async () => (await import('../transfer/ask.ts')).transferAsk,
  },
  {
    name: 'transfer withdraw',
    summary: 'take a request for a transfer of credit back',
    load: async () => (await import('../transfer/ask.ts')).transferWithdraw,
  },
  {
    name: 'transfer list',
    summary: 'list transfers of credit, of a learner or to a provider',
    load: async () => (await import('../transfer/decide.ts')).transferList,
  },
  {
    name: 'transfer decide',
    summary: 'accept or decline a transfer of credit',
    load: async () => (await import('../transfer/decide.ts')).transferDecide,
  },
  {
    name: 'transfer-agreement import',
    summary: 'load agreements on credit transfer',
    load: async () => (await import('../transfer-agreement/import.ts')).transferAgreementImport,
  },
];
