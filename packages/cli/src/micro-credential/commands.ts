import type { Listed } from '../command.ts';

/** Micro-credentials as documents: checked before they are kept, and read by anybody. */
export const microCredentialCommands: readonly Listed[] = [
  {
    name: 'micro-credential check',
    summary: 'check a micro-credential as a document, by the rule of today or of 2018',
    load: async () => (await import('./check.ts')).microCredentialCheck,
  },
  {
    name: 'micro-credential write',
    summary: 'keep a micro-credential that a developer wrote, and hand it in',
    load: async () => (await import('./write.ts')).microCredentialWrite,
  },
  {
    name: 'micro-credential checks',
    summary: 'list the checks of a micro-credential, or every developer side by side',
    load: async () => (await import('./checks.ts')).microCredentialChecks,
  },
  {
    name: 'micro-credential list',
    summary: 'list the micro-credentials that are listed',
    load: async () => (await import('./list.ts')).microCredentialList,
  },
  {
    name: 'micro-credential show',
    summary: 'read a micro-credential: what it is made of, where it leads, what the checks find',
    load: async () => (await import('./show.ts')).microCredentialShow,
  },
];
