import type { Listed } from '../command.ts';

/** Skills: their schemes, what is said of them, who is found by them, and the roles that need them. */
export const skillCommands: readonly Listed[] = [
  {
    name: 'skill import',
    summary: 'bring a version of a public skill scheme',
    load: async () => (await import('./import.ts')).skillImport,
  },
  {
    name: 'skill suggest',
    summary: 'suggest the skills that fit a piece of writing',
    load: async () => (await import('./suggest.ts')).skillSuggest,
  },
  {
    name: 'skill crosswalk',
    summary: 'list, propose, confirm and export which skills of two schemes are the same',
    load: async () => (await import('./crosswalk.ts')).skillCrosswalk,
  },
  {
    name: 'skill replace',
    summary: 'list retired skills, and say what takes the place of one',
    load: async () => (await import('./replace.ts')).skillReplace,
  },
  {
    name: 'catalogue draft',
    summary: 'have a language model draft skills or a summary, where one is set up, and accept or refuse it',
    load: async () => (await import('../catalogue/draft.ts')).catalogueDraft,
  },
  {
    name: 'found',
    summary: 'search among people who chose to be found, for an employer, and ask them',
    load: async () => (await import('../found/found.ts')).found,
  },
  {
    name: 'found show',
    summary: 'show how a learner is found by employers, and who asked',
    load: async () => (await import('../found/own.ts')).foundShow,
  },
  {
    name: 'found end',
    summary: 'end being found, for a learner who asked',
    load: async () => (await import('../found/own.ts')).foundEnd,
  },
  {
    name: 'job-role import',
    summary: 'bring job roles that employers begin from',
    load: async () => (await import('../job-role/import.ts')).jobRoleImport,
  },
  {
    name: 'job-role find',
    summary: 'search the job roles of public frameworks',
    load: async () => (await import('../job-role/find.ts')).jobRoleFind,
  },
  {
    name: 'job-role show',
    summary: 'show a job role with the skills that it needs',
    load: async () => (await import('../job-role/find.ts')).jobRoleShow,
  },
  {
    name: 'job-role list',
    summary: 'list the roles that an employer has described',
    load: async () => (await import('../job-role/own.ts')).jobRoleList,
  },
  {
    name: 'job-role describe',
    summary: 'describe a role of an employer by the skills that it needs',
    load: async () => (await import('../job-role/own.ts')).jobRoleDescribe,
  },
  {
    name: 'job-role change',
    summary: 'change a role of an employer, put it away or bring it back',
    load: async () => (await import('../job-role/own.ts')).jobRoleChange,
  },
  {
    name: 'demand',
    summary: 'set what employers need against what is there, by skill and region',
    load: async () => (await import('../demand/demand.ts')).demand,
  },
];
