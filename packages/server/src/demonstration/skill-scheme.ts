import type { Services } from '../services.ts';
import { decideCrosswalk, proposeCrosswalk } from '../skill/crosswalk.ts';
import { listSchemes } from '../skill/list.ts';
import { OWN_SCHEME } from '../skill/own-scheme.ts';
import { bringScheme } from '../skill/scheme/bring-scheme.ts';

const SCHEME = 'demo-pacific';
const ADDRESS = 'https://pacific-skills.example/scheme';

/** An invented skill of an invented neighbour: its label, what else it is called, what it is, and the one above it. */
type Invented = readonly [slug: string, label: string, also: string, definition: string, broader?: string];

const SKILLS: readonly Invented[] = [
  ['care', 'Care for people', 'Caring', 'Looks after people who cannot do all for themselves.'],
  [
    'infection-control',
    'Infection control',
    'Prevent the spread of infection; Hand hygiene',
    'Cleans hands, equipment and rooms so that infection does not spread.',
    'care',
  ],
  [
    'manual-handling',
    'Safe moving of people',
    'Move and position people safely; Patient handling',
    'Moves and positions people with equipment and without harm.',
    'care',
  ],
  [
    'dementia-care',
    'Dementia care',
    'Support people with dementia',
    'Supports people with dementia in what they do each day.',
    'care',
  ],
  [
    'medicines',
    'Giving of medicines',
    'Give medicines as directed; Medication administration',
    'Gives medicines as they are directed and records it.',
    'care',
  ],
  ['first-aid', 'First aid', 'Give first aid; Resuscitation', 'Gives first aid until help comes.'],
  ['safety', 'Safety at work', 'Hazard control', 'Finds hazards and controls risk where people work.'],
  [
    'risk-assessment',
    'Risk assessment',
    'Assess risk and control hazards',
    'Assesses risk and controls hazards before work begins.',
    'safety',
  ],
  [
    'working-at-height',
    'Working at height',
    'Work safely at height; Fall protection',
    'Works on ladders, scaffolds and roofs without falling.',
    'safety',
  ],
  ['building', 'Building', 'Construction', 'Builds houses and other buildings.'],
  [
    'timber-framing',
    'Timber framing',
    'Frame timber buildings; Carpentry of frames',
    'Sets out, cuts and stands timber frames.',
    'building',
  ],
  ['concreting', 'Concreting', 'Place and finish concrete', 'Places, levels and finishes concrete.', 'building'],
  ['welding', 'Welding', 'Weld metal; Arc welding; Gas welding', 'Joins metal by welding.'],
  ['hospitality', 'Hospitality', '', 'Makes guests welcome and serves them.'],
  [
    'barista',
    'Coffee making',
    'Make espresso coffee; Barista',
    'Makes espresso coffee and cares for the machine.',
    'hospitality',
  ],
  ['food-safety', 'Food safety', 'Handle food safely; Food hygiene', 'Keeps food safe from delivery to plate.', 'hospitality'],
  ['customer-service', 'Customer service', 'Serve customers', 'Serves customers and hears what they need.', 'hospitality'],
  ['digital', 'Digital work', '', 'Works with computers and data.'],
  ['programming', 'Programming', 'Write and test programs; Software development', 'Writes and tests programs.', 'digital'],
  ['databases', 'Databases', 'Design and query databases', 'Designs and queries databases.', 'digital'],
  ['data-analysis', 'Data analysis', 'Analyse data', 'Analyses data and says what it means.', 'digital'],
  ['weaving', 'Weaving of leaves', 'Weave harakeke; Weave pandanus', 'Prepares leaves and weaves with them.'],
  ['navigation', 'Navigation by stars', 'Wayfinding', 'Finds the way at sea by stars, swell and birds.'],
  ['reef-fishing', 'Reef fishing', '', 'Fishes on a reef so that fish remain.'],
];

/** In the first version only: the second has it no more, and its steward says what stands in its place. */
const RETIRED: Invented = ['ladder-work', 'Work on ladders', 'Ladders', 'Stands and works on ladders without falling.', 'safety'];

const turtle = (skills: readonly Invented[]): string => {
  const said = (text: string): string => JSON.stringify(text);
  const concepts = skills.map(([slug, label, also, definition, broader]) =>
    [
      `s:${slug} a skos:Concept ; skos:prefLabel ${said(label)}@en ; skos:definition ${said(definition)}@en`,
      ...(also === '' ? [] : [`skos:altLabel ${said(also)}@en`]),
      ...(broader === undefined ? [] : [`skos:broader s:${broader}`]),
    ].join(' ; '),
  );
  return `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix s: <https://pacific-skills.example/skill/> .\n<${ADDRESS}> a skos:ConceptScheme .\n${concepts.map((one) => `${one} .`).join('\n')}\n`;
};

/** The pairs that a steward has looked at; the others wait. */
const DECIDED = [
  ['prevent-infection', 'infection-control', 'confirmed'],
  ['move-people-safely', 'manual-handling', 'confirmed'],
  ['give-first-aid', 'first-aid', 'confirmed'],
  ['weave-harakeke', 'weaving', 'refused'],
] as const;

const bring = (services: Services, version: string, skills: readonly Invented[]) =>
  bringScheme(services, 'operator', {
    scheme: SCHEME,
    from: 'skos',
    version,
    uri: ADDRESS,
    nameEn: 'Pacific skills (invented)',
    nameMi: 'Ngā pūkenga o Te Moana-nui-a-Kiwa (he mea tito)',
    files: [{ name: 'pacific-skills.ttl', bytes: Buffer.from(turtle(skills)) }],
  });

/** Brings an invented second skill scheme, as SKOS through the use case of everybody's and in two versions, the second without one skill of the first; proposes which skills are the same. Again changes nothing. */
export async function loadDemonstrationSkills(services: Services): Promise<void> {
  const held = (await listSchemes(services)).find(({ scheme }) => scheme === SCHEME)?.version;
  if (held === undefined || held === '1') await bring(services, '1', [...SKILLS, RETIRED]);
  if (held !== '2') await bring(services, '2', SKILLS);
  await proposeCrosswalk(services, 'operator', { from: OWN_SCHEME.scheme, to: SCHEME, least: 0.5 });
  for (const [own, other, status] of DECIDED)
    await decideCrosswalk(services, 'operator', {
      from: `${OWN_SCHEME.uri}/${own}`,
      to: `https://pacific-skills.example/skill/${other}`,
      status,
      relation: status === 'confirmed' ? 'exact' : 'close',
    });
}
