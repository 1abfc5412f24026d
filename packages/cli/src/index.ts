import type { Listed } from './command.ts';
import { pathwayCommands } from './pathway/commands.ts';
import { rplCommands } from './rpl/commands.ts';
import { ledgerCommands } from './bank/commands.ts';
import { composeCommands } from './compose/commands.ts';
import { microCredentialCommands } from './micro-credential/commands.ts';
import { packageCommands } from './package/commands.ts';
import { skillCommands } from './skill/commands.ts';

/**
 * Every `nzrr` command, in the order in which the list shows them. What a command needs is read when it is asked for: the list, and a small
 * command, do not wait for the whole product.
 */
export const commands: readonly Listed[] = [
  {
    name: 'catalogue import',
    summary: 'bring outcomes in from a listing, a catalogue file or another register',
    load: async () => (await import('./catalogue/import.ts')).catalogueImport,
  },
  {
    name: 'catalogue export',
    summary: 'write the catalogue as one file',
    load: async () => (await import('./catalogue/export.ts')).catalogueExport,
  },
  {
    name: 'catalogue check',
    summary: 'run the checks that every definition keeps to before it is listed',
    load: async () => (await import('./catalogue/check.ts')).catalogueCheck,
  },
  ...skillCommands,
  {
    name: 'catalogue wording',
    summary: 'say how well people and machines can read definitions',
    load: async () => (await import('./catalogue/wording.ts')).catalogueWording,
  },
  {
    name: 'catalogue consistency',
    summary: 'set the providers of one outcome side by side',
    load: async () => (await import('./catalogue/consistency.ts')).catalogueConsistency,
  },
  {
    name: 'outcome show',
    summary: 'read an outcome or standard: what it is, what it belongs to, what is made of it',
    load: async () => (await import('./outcome/show.ts')).outcomeShow,
  },
  {
    name: 'outcome kinds',
    summary: 'say what outcomes, standards and micro-credentials are to each other',
    load: async () => (await import('./outcome/kinds.ts')).outcomeKinds,
  },
  {
    name: 'organisation list',
    summary: 'list organisations and what they may assess',
    load: async () => (await import('./organisation/list.ts')).organisationList,
  },
  {
    name: 'organisation add',
    summary: 'add an organisation',
    load: async () => (await import('./organisation/add.ts')).organisationAdd,
  },
  {
    name: 'organisation accredit',
    summary: 'say what an organisation may assess, and from when',
    load: async () => (await import('./organisation/accredit.ts')).organisationAccredit,
  },
  {
    name: 'offering publish',
    summary: 'publish what a provider offers, from a file',
    load: async () => (await import('./offering/publish.ts')).offeringPublish,
  },
  {
    name: 'offering find',
    summary: 'search what can be learnt, where, when and for how much',
    load: async () => (await import('./offering/find.ts')).offeringFind,
  },
  ...pathwayCommands,
  {
    name: 'client add',
    summary: 'make an OAuth 2 client for a system of an organisation',
    load: async () => (await import('./client/add.ts')).clientAdd,
  },
  {
    name: 'client list',
    summary: 'the OAuth 2 clients of organisations’ systems',
    load: async () => (await import('./client/list.ts')).clientList,
  },
  {
    name: 'client revoke',
    summary: 'end an OAuth 2 client and its tokens',
    load: async () => (await import('./client/revoke.ts')).clientRevoke,
  },
  {
    name: 'results import',
    summary: 'record results from a file',
    load: async () => (await import('./results/import.ts')).resultsImport,
  },
  {
    name: 'results generate',
    summary: 'write a results file of invented learners',
    load: async () => (await import('./results/generate.ts')).resultsGenerate,
  },
  ...rplCommands,
  {
    name: 'record export',
    summary: 'write a learner’s portable record',
    load: async () => (await import('./record/export.ts')).recordExport,
  },
  {
    name: 'record rebuild',
    summary: 'make the state of results from their events anew',
    load: async () => (await import('./record/rebuild.ts')).recordRebuild,
  },
  {
    name: 'record skills',
    summary: 'read a learner’s record as skills',
    load: async () => (await import('./record/skills.ts')).recordSkills,
  },
  {
    name: 'record match',
    summary: 'set what somebody shared beside a role, and say what closes the gaps',
    load: async () => (await import('./record/match.ts')).recordMatch,
  },
  {
    name: 'record open',
    summary: 'read what a link that somebody gave shows, skills first',
    load: async () => (await import('./record/open.ts')).recordOpen,
  },
  {
    name: 'award assess',
    summary: 'say what award a record allows, and why',
    load: async () => (await import('./award/assess.ts')).command,
  },
  {
    name: 'award everyone',
    summary: 'count who may make the award today',
    load: async () => (await import('./award/everyone.ts')).command,
  },
  {
    name: 'award claimable',
    summary: 'list the awards of named parts that a record makes',
    load: async () => (await import('./award/claimable.ts')).command,
  },
  {
    name: 'award claim',
    summary: 'issue an award to a learner who asked for it',
    load: async () => (await import('./award/claim.ts')).awardClaim,
  },
  {
    name: 'award withdraw',
    summary: 'give an award back for its learner',
    load: async () => (await import('./award/withdraw.ts')).awardWithdraw,
  },
  {
    name: 'award list',
    summary: 'list the newest awards',
    load: async () => (await import('./award/list.ts')).command,
  },
  {
    name: 'award show',
    summary: 'show an award, or a document that it keeps',
    load: async () => (await import('./award/show.ts')).command,
  },
  {
    name: 'credential issue',
    summary: 'write a credential as JSON, JWT, SD-JWT or picture',
    load: async () => (await import('./credential/issue.ts')).credentialIssue,
  },
  {
    name: 'framework list',
    summary: 'list the frameworks of recognition and their awards',
    load: async () => (await import('./framework/list.ts')).frameworkList,
  },
  {
    name: 'framework check',
    summary: 'check a framework file, with the path and the reason of all that is wrong',
    load: async () => (await import('./framework/check.ts')).frameworkCheck,
  },
  {
    name: 'framework cases',
    summary: 'run the worked cases of a framework',
    load: async () => (await import('./framework/cases.ts')).frameworkCases,
  },
  ...microCredentialCommands,
  {
    name: 'framework import',
    summary: 'fill a framework with units, awards, job roles and programmes',
    load: async () => (await import('./framework/import.ts')).frameworkImport,
  },
  {
    name: 'framework pathway',
    summary: 'say what is held, what it already gives and what completes the next',
    load: async () => (await import('./framework/pathway.ts')).frameworkPathway,
  },
  {
    name: 'framework sectors',
    summary: 'say what a framework is filled with, by sector',
    load: async () => (await import('./framework/sectors.ts')).frameworkSectors,
  },
  {
    name: 'framework definitions',
    summary: 'list the awards of a framework that are made of named parts, or write one',
    load: async () => (await import('./framework/definitions.ts')).frameworkDefinitions,
  },
  {
    name: 'framework job-roles',
    summary: 'list the job roles of a framework, or read one with its tasks and skills',
    load: async () => (await import('./framework/job-roles.ts')).frameworkJobRoles,
  },
  {
    name: 'framework programmes',
    summary: 'list training programmes by sector, apart for a student and for an adult',
    load: async () => (await import('./framework/programmes.ts')).frameworkProgrammes,
  },
  ...composeCommands,
  ...packageCommands,
  ...ledgerCommands,
  {
    name: 'credential verify',
    summary: 'say whether a credential is genuine, and why',
    load: async () => (await import('./credential/verify.ts')).command,
  },
  {
    name: 'learners merge',
    summary: 'load merges of NSNs from a file',
    load: async () => (await import('./learners/merge.ts')).command,
  },
  {
    name: 'learners unmerge',
    summary: 'take merges of NSNs back',
    load: async () => (await import('./learners/unmerge.ts')).command,
  },
  {
    name: 'keys rotate',
    summary: 'make a new key for a purpose',
    load: async () => (await import('./keys/rotate.ts')).command,
  },
  {
    name: 'backup',
    summary: 'write everything but the keys to a file',
    load: async () => (await import('./backup/backup.ts')).command,
  },
  {
    name: 'restore',
    summary: 'load a backup into an empty database',
    load: async () => (await import('./restore/restore.ts')).command,
  },
  {
    name: 'migrate',
    summary: 'bring the database to the version of this product',
    load: async () => (await import('./migrate/migrate.ts')).command,
  },
  {
    name: 'config',
    summary: 'every setting, its value and where it came from; secrets masked',
    load: async () => (await import('./config/config.ts')).command,
  },
];
