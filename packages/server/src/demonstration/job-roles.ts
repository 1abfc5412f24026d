import { bringJobRoles } from '../job-role/bring.ts';
import type { Services } from '../services.ts';
import { insertRole, rolesOf } from '../employer/queries.ts';
import { OWN_SCHEME } from '../skill/own-scheme.ts';
import { organisationNumber } from './queries.ts';

interface Invented {
  readonly code: string;
  readonly title: string;
  readonly sector: string;
  readonly description: string;
  readonly essential: readonly string[];
  readonly useful: readonly string[];
}

/** Invented job roles, so that an employer has some to begin from before a public framework is loaded. */
const ROLES: readonly Invented[] = [
  {
    code: 'home-carer',
    title: 'Home carer',
    sector: 'Health and community',
    description:
      'Visits people at home, helps them wash, dress and eat, moves them safely, and notices when somebody is getting worse.',
    essential: ['support-daily-living', 'move-people-safely', 'prevent-infection'],
    useful: ['communicate-clearly', 'keep-records', 'notice-decline', 'give-first-aid'],
  },
  {
    code: 'care-team-lead',
    title: 'Care team lead',
    sector: 'Health and community',
    description: 'Leads carers on a shift, plans who goes where, supports people with dementia, and gives medicines as directed.',
    essential: ['support-dementia', 'lead-a-team', 'plan-work'],
    useful: ['give-medicines', 'resolve-conflict', 'teach-others', 'keep-records'],
  },
  {
    code: 'timber-framer',
    title: 'Timber framer',
    sector: 'Construction',
    description: 'Frames houses from drawings, works at height, and keeps the site safe.',
    essential: ['frame-buildings', 'work-at-height', 'read-technical-drawings'],
    useful: ['use-power-tools', 'assess-risk', 'measure-accurately'],
  },
  {
    code: 'office-all-rounder',
    title: 'Office all-rounder',
    sector: 'Business',
    description: 'Keeps accounts and spreadsheets, answers customers, and plans the week of a small firm.',
    essential: ['use-spreadsheets', 'keep-accounts', 'communicate-clearly'],
    useful: ['serve-customers', 'plan-work', 'budget-money', 'write-clearly'],
  },
  {
    code: 'service-desk',
    title: 'Service desk analyst',
    sector: 'Information technology',
    description: 'Helps people who use computers, protects what they entrust, and writes down what was done.',
    essential: ['support-users', 'communicate-clearly'],
    useful: ['protect-information', 'keep-records', 'solve-problems'],
  },
];

/** The roles of the demonstration's employer: which of the invented ones, and where. */
const OWN: readonly (readonly [code: string, region: string | null])[] = [
  ['home-carer', 'waikato'],
  ['care-team-lead', 'wellington'],
  ['office-all-rounder', null],
];

/** Brings the invented job roles, and describes the roles of the demonstration's employer from them. Doing it again changes nothing. */
export async function loadDemonstrationRoles(services: Services): Promise<void> {
  const file = {
    name: 'Invented job roles',
    roles: ROLES.map(({ essential, useful, ...role }) => ({
      ...role,
      skills: [
        ...essential.map((code) => ({ code, weight: 'essential' })),
        ...useful.map((code) => ({ code, weight: 'useful' })),
      ],
    })),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const files = [{ name: 'job-roles.json', bytes }];
  await bringJobRoles(services, 'operator', {
    source: 'demo-roles',
    from: 'json',
    version: '1',
    scheme: OWN_SCHEME.scheme,
    files,
  });
  await services.db.asBatch(async (tx) => {
    const employer = await organisationNumber(tx, 'demo-lantern');
    if (employer === null || (await rolesOf(tx)).length > 0) return;
    for (const [code, region] of OWN) {
      const role = ROLES.find((one) => one.code === code);
      if (role === undefined) continue;
      const skills = [
        ...role.essential.map((slug) => ({ uri: `${OWN_SCHEME.uri}/${slug}`, weight: 'essential' as const })),
        ...role.useful.map((slug) => ({ uri: `${OWN_SCHEME.uri}/${slug}`, weight: 'useful' as const })),
      ];
      const { title, description } = role;
      const text = { title, description, region, beganAs: `demo-roles/${code}`, counted: true, skills };
      await insertRole(tx, employer, text, 'operator', services.clock.now());
    }
  });
}
