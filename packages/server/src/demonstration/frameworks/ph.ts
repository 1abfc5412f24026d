import { INVENTED, part, sized, unit } from './author.ts';

const TR = 'ph-demo-tr';
const basic = [
  unit('ph-demo-b-1', 'competency', 'Take part in workplace communication', 4),
  unit('ph-demo-b-2', 'competency', 'Work in a team', 4),
];
const common = [
  unit('ph-demo-m-1', 'competency', 'Keep tools in order', 8),
  unit('ph-demo-m-2', 'competency', 'Follow safety rules in an orchard', 8),
];
const core = [
  unit('ph-demo-c-1', 'competency', 'Prepare beds and seedlings', 40),
  unit('ph-demo-c-2', 'competency', 'Plant and graft fruit trees', 60),
  unit('ph-demo-c-3', 'competency', 'Water and feed an orchard', 40),
  unit('ph-demo-c-4', 'competency', 'Harvest and pack fruit', 50),
];
const [beds, graft, water, harvest] = core;

const soil = [
  unit('ph-demo-h-1', 'unit', 'Read a report on soil', 32),
  unit('ph-demo-h-2', 'unit', 'Plan the feeding of an orchard from soil data', 16),
];
const advise = unit('ph-demo-h-3', 'unit', 'Advise a grower on soil', 16);
const birds = unit('ph-demo-h-4', 'unit', 'Tell the birds of an orchard apart', 8);
const listing = { standard: 'Standard for soil and orchards, 2025 (invented)' };

/** What an invented institution of higher education teaches, the last of it without credit. */
export const HIGHER = [...soil, advise, birds];
/** Ids of what bears no credit. */
export const NON_CREDIT: ReadonlySet<string> = new Set([birds.id]);

/** What the invented regulation is made of. */
export const COMPETENCIES = [...basic, ...common, ...core];

/**
 * The Philippines: an invented regulation, whose certificates of competency make a national certificate and one core unit of which is a
 * micro-credential of TESDA; and micro-credentials of CHED: one for credit, a larger one that it stacks into, and one without credit.
 */
export const PH = {
  type: 'FrameworkContent',
  version: 1,
  framework: 'ph',
  origin: INVENTED,
  invented: true,
  units: [...COMPETENCIES, ...HIGHER],
  definitions: [
    { id: 'ph-demo-coc-1', award: 'coc', title: 'Planting', parts: sized('core', beds && graft ? [beds, graft] : [], TR) },
    { id: 'ph-demo-coc-2', award: 'coc', title: 'Irrigation', parts: sized('core', water ? [water] : [], TR) },
    { id: 'ph-demo-coc-3', award: 'coc', title: 'Harvest', parts: sized('core', harvest ? [harvest] : [], TR) },
    {
      id: 'ph-demo-nc-1',
      award: 'nc',
      title: 'Orchard Keeping NC II',
      level: '2',
      sector: 'Agri-fishery (invented)',
      listing: { qualification: 'Orchard Keeping' },
      parts: [
        ...sized('basic', basic, TR),
        ...sized('common', common, TR),
        ...sized('core', core, TR),
        ...part('coc', 'ph-demo-coc-1', 'ph-demo-coc-2', 'ph-demo-coc-3'),
      ],
    },
    {
      id: 'ph-demo-mc-1',
      award: 'micro-credential',
      title: 'Grafting fruit trees',
      parts: sized('core', graft ? [graft] : [], TR),
    },
    {
      id: 'ph-demo-ched-1',
      award: 'micro-credential-ched',
      title: 'Soil data',
      level: '5',
      listing,
      parts: sized('unit', soil),
    },
    {
      id: 'ph-demo-ched-2',
      award: 'micro-credential-ched',
      title: 'Advice on soil',
      level: '6',
      listing,
      parts: sized('unit', [...soil, advise]),
    },
    {
      id: 'ph-demo-ched-3',
      award: 'non-credit-ched',
      title: 'Birds of the orchard',
      level: '5',
      listing,
      parts: sized('non-credit', [birds]).map((one) => ({ ...one, creditBearing: false })),
    },
  ],
};
