import { INVENTED, part, sized, unit } from './author.ts';

const soil = unit('es-demo-ra-1', 'outcome', 'Prepara el suelo y el riego de un huerto', 30);
const plan = unit('es-demo-ra-2', 'outcome', 'Planifica la siembra de una temporada', 30);
const sow = unit('es-demo-ra-3', 'outcome', 'Siembra y trasplanta', 30);
const greet = unit('es-demo-ra-4', 'outcome', 'Recibe a las personas que visitan el huerto', 25);
const explain = unit('es-demo-ra-5', 'outcome', 'Explica el trabajo del huerto a un grupo', 35);
const prepare = unit('es-demo-mf-1', 'module', 'Preparación del huerto', 90);
const care = unit('es-demo-mf-2', 'module', 'Cuidado de las plantas', 120);
const visit = unit('es-demo-mf-3', 'module', 'Atención a visitantes', 60);
const water = unit('es-demo-me-1', 'module', 'Riego con poca agua', 300);
const doPrepare = unit('es-demo-uc-1', 'standard', 'Preparar huertos urbanos', null);
const doCare = unit('es-demo-uc-2', 'standard', 'Cuidar plantas en huertos urbanos', null);

/** Spain: an invented certificate of urban gardens, from one learning outcome to a specialisation. */
export const ES = {
  type: 'FrameworkContent',
  version: 1,
  framework: 'es',
  origin: INVENTED,
  invented: true,
  units: [soil, plan, sow, greet, explain, prepare, care, visit, water, doPrepare, doCare],
  definitions: [
    {
      id: 'es-demo-a-1',
      award: 'a',
      title: 'Suelo y plan del huerto',
      level: '2',
      parts: sized('outcome', [soil, plan], prepare.id),
    },
    { id: 'es-demo-a-2', award: 'a', title: 'Siembra y trasplante', level: '2', parts: sized('outcome', [sow], prepare.id) },
    { id: 'es-demo-a-3', award: 'a', title: 'Visitas guiadas', level: '2', parts: sized('outcome', [greet, explain], visit.id) },
    {
      id: 'es-demo-b-1',
      award: 'b',
      title: 'Preparación del huerto',
      level: '2',
      minutes: 5400,
      parts: [...sized('module', [prepare]), ...part('a', 'es-demo-a-1', 'es-demo-a-2')],
    },
    { id: 'es-demo-b-2', award: 'b', title: 'Cuidado de las plantas', level: '2', minutes: 7200, parts: sized('module', [care]) },
    {
      id: 'es-demo-b-3',
      award: 'b',
      title: 'Atención a visitantes',
      level: '2',
      minutes: 3600,
      parts: [...sized('module', [visit]), ...part('a', 'es-demo-a-3')],
    },
    {
      id: 'es-demo-c-1',
      award: 'c',
      title: 'Huertos urbanos',
      level: '2',
      sector: 'Agraria (inventada)',
      parts: [
        ...sized('module', [prepare, care]),
        ...sized('standard', [doPrepare, doCare]),
        ...part('b', 'es-demo-b-1', 'es-demo-b-2'),
      ],
    },
    {
      id: 'es-demo-d-1',
      award: 'd',
      title: 'Técnico en huertos urbanos',
      level: 'D2',
      sector: 'Agraria (inventada)',
      minutes: 120_000,
      parts: part('b', 'es-demo-b-1', 'es-demo-b-2', 'es-demo-b-3'),
    },
    {
      id: 'es-demo-e-1',
      award: 'e',
      title: 'Especialización en riego',
      minutes: 18_000,
      parts: [...part('title', 'es-demo-d-1'), ...sized('module', [water])],
    },
  ],
};
