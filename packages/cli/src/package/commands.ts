import type { Listed } from '../command.ts';

/** Packages of courses for one employer: composed and proposed by a provider, read and agreed by the employer. */
export const packageCommands: readonly Listed[] = [
  {
    name: 'package list',
    summary: 'list the packages of courses of an employer or a provider',
    load: async () => (await import('./read.ts')).packageList,
  },
  {
    name: 'package show',
    summary: 'read a package: courses, days, price, certificates, and who did what',
    load: async () => (await import('./read.ts')).packageShow,
  },
  {
    name: 'package open',
    summary: 'open a package for what an employer asked, or for a job role',
    load: async () => (await import('./write.ts')).packageOpen,
  },
  {
    name: 'package write',
    summary: 'keep what a provider writes of a package',
    load: async () => (await import('./write.ts')).packageWrite,
  },
  {
    name: 'package propose',
    summary: 'propose a package to its employer as its next version',
    load: async () => (await import('./act.ts')).packagePropose,
  },
  {
    name: 'package ask-change',
    summary: 'ask for a change of a package',
    load: async () => (await import('./act.ts')).packageAskChange,
  },
  {
    name: 'package agree',
    summary: 'agree to a package',
    load: async () => (await import('./act.ts')).packageAgree,
  },
  {
    name: 'package decline',
    summary: 'decline a package',
    load: async () => (await import('./act.ts')).packageDecline,
  },
  {
    name: 'package withdraw',
    summary: 'withdraw a package',
    load: async () => (await import('./act.ts')).packageWithdraw,
  },
];
