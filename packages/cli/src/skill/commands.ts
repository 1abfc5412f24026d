import type { Listed } from '../command.ts';

/** Skills: their schemes, what is said of them, and who is found by them. */
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
];
