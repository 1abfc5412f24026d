import { INVENTED, part, sized } from './author.ts';
import { SECTOR, SKILLS } from './sg-skills.ts';

type Skill = (typeof SKILLS)[keyof typeof SKILLS] & { readonly level?: string };

const needs = (...skills: readonly Skill[]) =>
  skills.map((skill) => ({
    skill: skill.title,
    scale: skill.kind === 'technical-skill' ? 'tsc' : 'ccs',
    level: skill.level ?? '',
    unit: skill.id,
  }));
const statement = (slug: string, title: string, ...skills: readonly Skill[]) => ({
  id: `sg-demo-soa-${slug}`,
  award: 'soa',
  title,
  sector: SECTOR,
  parts: sized('skill', skills),
});
const role = (slug: string, track: string, title: string, description: string, more: object) => ({
  id: `sg-demo-role-${slug}`,
  title,
  sector: SECTOR,
  track,
  description,
  ...more,
});

/** Singapore: one small invented sector in the shape of a Skills Framework, with statements that build to a full WSQ. */
export const SG = {
  type: 'FrameworkContent',
  version: 1,
  framework: 'sg',
  origin: INVENTED,
  invented: true,
  units: Object.values(SKILLS),
  definitions: [
    statement('trees', 'Look after young trees', SKILLS.inspect, SKILLS.prune),
    statement('soil', 'Look after soil', SKILLS.soil),
    statement('water', 'Use water well', SKILLS.water),
    statement('walks', 'Lead guided walks', SKILLS.tour, SKILLS.serve),
    statement('safety', 'Judge whether trees are safe', SKILLS.inspect3),
    {
      id: 'sg-demo-wsq-1',
      award: 'wsq',
      title: 'WSQ Higher Certificate in Park Care',
      level: '2',
      sector: SECTOR,
      electives: 1,
      parts: [
        ...part('core', 'sg-demo-soa-trees', 'sg-demo-soa-soil', 'sg-demo-soa-water'),
        ...part('elective', 'sg-demo-soa-walks', 'sg-demo-soa-safety'),
      ],
    },
  ],
  jobRoles: [
    role('park-hand', 'Park care', 'Park Hand', 'Keeps beds, lawns and young trees of a park in order.', {
      expectation: 'Works under guidance and tells at once what is unsafe.',
      functions: [
        { title: 'Look after trees', tasks: ['Walk the park and note damage', 'Prune young trees', 'Stake what leans'] },
        { title: 'Look after the ground', tasks: ['Test the soil each season', 'Feed and water beds'] },
      ],
      skills: needs(SKILLS.inspect, SKILLS.prune, SKILLS.soil, SKILLS.talk),
    }),
    role('park-keeper', 'Park care', 'Park Keeper', 'Plans the work of a park and answers for its trees.', {
      expectation: 'Decides which work comes first, within a budget.',
      functions: [
        { title: 'Judge the health of trees', tasks: ['Inspect large trees', 'Decide what is cut'] },
        { title: 'Plan the park', tasks: ['Draw up a plan of the year', 'Keep the budget'] },
      ],
      skills: needs(SKILLS.inspect3, SKILLS.water, SKILLS.plan, SKILLS.budget, SKILLS.lead),
    }),
    role('park-guide', 'Visitor programmes', 'Park Guide', 'Shows people the park and answers what they ask.', {
      functions: [{ title: 'Lead guided walks', tasks: ['Prepare a walk', 'Lead a small group', 'Bring everybody back'] }],
      skills: needs(SKILLS.tour, SKILLS.inspect, SKILLS.serve, SKILLS.talk),
    }),
  ],
  programmes: [
    {
      id: 'sg-demo-p-1',
      title: 'Higher Certificate in Park Care, full time',
      sector: SECTOR,
      kind: 'vocational',
      audiences: ['student'],
      provider: 'Angsana Institute (invented)',
      minutes: 72_000,
      leadsTo: ['sg-demo-wsq-1'],
    },
    {
      id: 'sg-demo-p-2',
      title: 'Look after young trees, two evenings a week',
      sector: SECTOR,
      kind: 'vocational',
      audiences: ['adult'],
      provider: 'Angsana Institute (invented)',
      minutes: 1440,
      leadsTo: ['sg-demo-soa-trees'],
    },
    {
      id: 'sg-demo-p-3',
      title: 'Use water well, for those who change careers',
      sector: SECTOR,
      kind: 'vocational',
      audiences: ['adult'],
      provider: 'Tembusu Training (invented)',
      minutes: 960,
      leadsTo: ['sg-demo-soa-water'],
    },
    {
      id: 'sg-demo-p-4',
      title: 'Bachelor of Park Science',
      sector: SECTOR,
      kind: 'higher',
      audiences: ['student'],
      provider: 'University of the Causeway (invented)',
      leadsTo: [],
    },
    {
      id: 'sg-demo-p-5',
      title: 'Graduate Certificate in Park Planning',
      sector: SECTOR,
      kind: 'higher',
      audiences: ['student', 'adult'],
      provider: 'University of the Causeway (invented)',
      leadsTo: [],
    },
  ],
};
