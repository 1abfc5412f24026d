import { INVENTED, sized, unit } from './author.ts';

const lift = unit('dk-demo-1-1', 'sub-goal', 'Løft med hjælpemidler', 7.4);
const stand = unit('dk-demo-1-2', 'sub-goal', 'Arbejdsstillinger i gartneriet', 7.4);
const liftTest = unit('dk-demo-1-t', 'test', 'Prøve: løft og arbejdsstillinger', null);
const plants = unit('dk-demo-2-1', 'sub-goal', 'Plantekendskab, sommer', 22.2);
const plantsTest = unit('dk-demo-2-t', 'test', 'Prøve: plantekendskab', null);
const machine = unit('dk-demo-3-1', 'sub-goal', 'Små maskiner i gartneriet', 14.8);
const machineTest = unit('dk-demo-3-t', 'test', 'Prøve: små maskiner', null);
const FKB = 'Gartneri (opfundet FKB)';

/** Denmark: three invented AMU courses of one joint competence description, each with its sub-goals and its test. */
export const DK = {
  type: 'FrameworkContent',
  version: 1,
  framework: 'dk',
  origin: INVENTED,
  invented: true,
  units: [lift, stand, liftTest, plants, plantsTest, machine, machineTest],
  definitions: [
    {
      id: 'dk-demo-48901',
      award: 'amu-certificate',
      title: 'Skånsomme løft i gartneriet',
      sector: 'Gartneri (opfundet)',
      minutes: 888,
      parts: [...sized('sub-goal', [lift, stand]), ...sized('test', [liftTest])],
      listing: { fkb: FKB, objective: 'Deltageren kan løfte og flytte uden skade.' },
    },
    {
      id: 'dk-demo-48902',
      award: 'amu-certificate',
      title: 'Plantekendskab, sommer',
      sector: 'Gartneri (opfundet)',
      minutes: 1332,
      parts: [...sized('sub-goal', [plants]), ...sized('test', [plantsTest])],
      listing: { fkb: FKB, objective: 'Deltageren kan genkende og passe sommerens planter.' },
    },
    {
      id: 'dk-demo-48903',
      award: 'amu-certificate',
      title: 'Små maskiner i gartneriet',
      sector: 'Gartneri (opfundet)',
      minutes: 888,
      parts: [...sized('sub-goal', [machine]), ...sized('test', [machineTest])],
      listing: { fkb: FKB, objective: 'Deltageren kan betjene og efterse små maskiner.' },
    },
  ],
};
