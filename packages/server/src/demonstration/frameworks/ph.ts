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

/** The Philippines: an invented regulation, whose certificates of competency make a national certificate. */
export const PH = {
  type: 'FrameworkContent',
  version: 1,
  framework: 'ph',
  origin: INVENTED,
  invented: true,
  units: [...basic, ...common, ...core],
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
  ],
};
