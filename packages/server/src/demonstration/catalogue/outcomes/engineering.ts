import { at } from '../author.ts';

const mechanical = at({
  field: 'engineering-and-technology',
  subfield: 'Mechanical Engineering',
  domain: 'Fabrication and Machining',
  developer: 'isb-manufacturing-and-engineering',
});
const motor = at({
  field: 'engineering-and-technology',
  subfield: 'Motor Industry',
  domain: 'Automotive Servicing',
  developer: 'isb-automotive-transport-and-logistics',
});
const electrical = at({
  field: 'engineering-and-technology',
  subfield: 'Electrical Engineering',
  domain: 'Electrical Installation',
  developer: 'isb-electrotechnology-and-information-technology',
});

export const engineering = [
  mechanical('EN01', 'Weld steel plate in the flat position', 6, 3, {
    assess: ['Three test plates, cut and bent'],
    theory: ['Heat, shielding and faults'],
    practice: ['Prepares, sets up, welds and checks fillet and butt joints'],
    skills: ['weld-metal:competent', 'read-technical-drawings:earns'],
  }),
  mechanical('EN02', 'Turn a shaft to a tolerance', 6, 3, {
    assess: ['Two shafts measured by the assessor'],
    theory: ['Cutting speeds and tools'],
    practice: ['Reads a drawing, sets a lathe and turns to 0.05 mm'],
    skills: ['machine-parts:competent', 'measure-accurately:showcases', 'read-technical-drawings:competent'],
  }),
  mechanical('EN03', 'Read an engineering drawing', 3, 3, {
    assess: ['Questions on four drawings'],
    theory: ['Projection, tolerance and symbols'],
    practice: ['Finds sizes, fits and finishes on a drawing'],
    skills: ['read-technical-drawings:showcases'],
    grades: ['achieved'],
  }),
  mechanical('EN04', 'Diagnose a machine that has stopped', 6, 5, {
    assess: ['Three faults found, with the path taken'],
    theory: ['Halving the problem', 'Isolation and lock-out'],
    practice: ['Isolates, tests, finds and reports the cause'],
    skills: ['solve-problems:showcases', 'maintain-equipment:competent', 'assess-risk:competent'],
  }),
  motor('EN05', 'Service a light vehicle', 5, 3, {
    assess: ['Three services on different vehicles'],
    theory: ['Fluids, filters and wear'],
    practice: ['Services to the maker’s schedule and records it'],
    skills: ['service-engines:competent', 'keep-records:competent'],
  }),
  motor('EN06', 'Make an electric vehicle safe to work on', 4, 4, {
    assess: ['Observed on two vehicles'],
    theory: ['High voltage and its dangers'],
    practice: ['Isolates, proves dead, tags and restores'],
    skills: ['assess-risk:showcases', 'electrical-theory:competent'],
    grades: ['achieved'],
  }),
  electrical('EN07', 'Install and test a final sub-circuit', 6, 4, {
    assess: ['Two circuits inspected and tested'],
    theory: ['Protection, earthing and the wiring rules'],
    practice: ['Installs, tests and certifies under supervision'],
    skills: ['wire-circuits:competent', 'electrical-theory:competent', 'control-quality:earns'],
  }),
  electrical('EN08', 'Explain how a circuit behaves', 5, 3, {
    assess: ['Written test with calculations'],
    theory: ['Voltage, current, resistance and power'],
    practice: ['Measures a circuit and compares with the sums'],
    skills: ['electrical-theory:earns', 'use-numbers:competent'],
  }),
  electrical('EN09', 'Commission a rooftop solar system', 5, 5, {
    assess: ['One commissioning with its documents'],
    theory: ['Inverters, arrays and export limits'],
    practice: ['Checks, starts, tests and hands over a system'],
    skills: ['wire-circuits:showcases', 'work-at-height:competent', 'climate:earns'],
  }),
];
