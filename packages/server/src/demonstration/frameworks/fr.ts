import { INVENTED, part, sized, unit } from './author.ts';

const REGISTER = 'RNCP-invente';
const hive = unit('fr-demo-k-1', 'competency', 'Visiter une ruche et en noter l’état', null);
const swarm = unit('fr-demo-k-2', 'competency', 'Prévenir l’essaimage', null);
const hiveTest = unit('fr-demo-e-1', 'assessment', 'Évaluation : conduite du rucher', null);
const harvest = unit('fr-demo-k-3', 'competency', 'Récolter et conditionner le miel', null);
const harvestTest = unit('fr-demo-e-2', 'assessment', 'Évaluation : récolte et conditionnement', null);

/** France: an invented professional certification of two blocks, each with its competencies and an assessment of its own. */
export const FR = {
  type: 'FrameworkContent',
  version: 1,
  framework: 'fr',
  origin: INVENTED,
  invented: true,
  units: [hive, swarm, hiveTest, harvest, harvestTest],
  definitions: [
    {
      id: 'fr-demo-bc-1',
      award: 'bloc',
      title: 'Conduire un rucher',
      parts: [...sized('competency', [hive, swarm], REGISTER), ...sized('assessment', [hiveTest], REGISTER)],
    },
    {
      id: 'fr-demo-bc-2',
      award: 'bloc',
      title: 'Récolter et conditionner le miel',
      parts: [...sized('competency', [harvest], REGISTER), ...sized('assessment', [harvestTest], REGISTER)],
    },
    {
      id: 'fr-demo-rncp-1',
      award: 'certification',
      title: 'Apiculteur, apicultrice',
      level: '4',
      sector: 'Apiculture (inventée)',
      parts: part('bloc', 'fr-demo-bc-1', 'fr-demo-bc-2'),
    },
  ],
};
