import { at } from '../author.ts';

const visual = at({
  field: 'arts-and-crafts',
  subfield: 'Visual Arts',
  domain: 'Photography and Image',
  developer: 'isb-services',
});
const perform = at({
  field: 'arts-and-crafts',
  subfield: 'Performing Arts',
  domain: 'Theatre and Dance',
  developer: 'isb-services',
});
const craft = at({ field: 'arts-and-crafts', subfield: 'Craft', domain: 'Object Making', developer: 'isb-services' });

export const arts = [
  visual('AC01', 'Photograph people in available light', 4, 3, {
    assess: ['A set of twelve photographs with notes'],
    theory: ['Exposure, focus and consent'],
    practice: ['Makes and edits portraits outdoors and indoors'],
    skills: ['make-images:competent', 'communicate-clearly:earns'],
  }),
  visual('AC02', 'Prepare images for print and screen', 3, 3, {
    assess: ['Six files checked against a brief'],
    theory: ['Colour, size and resolution'],
    practice: ['Edits, sizes and exports images that pass a printer’s check'],
    skills: ['make-images:showcases', 'control-quality:earns'],
  }),
  visual('AC03', 'Exhibit a body of work', 6, 5, {
    assess: ['A public exhibition with a statement'],
    theory: ['Curating and the gallery'],
    practice: ['Selects, frames, hangs and talks about work'],
    skills: ['make-images:showcases', 'give-presentations:competent', 'plan-work:competent'],
  }),
  perform('AC04', 'Perform a scene with a partner', 4, 3, {
    assess: ['A performance before an audience'],
    theory: ['Character, aim and status'],
    practice: ['Rehearses and performs a scene'],
    skills: ['perform-on-stage:competent', 'work-in-a-team:competent'],
  }),
  perform('AC05', 'Rig and focus stage lights', 4, 3, {
    assess: ['Observed on one production'],
    theory: ['Loads, circuits and angles'],
    practice: ['Hangs, patches, focuses and strikes lights safely'],
    skills: ['work-at-height:earns', 'electrical-theory:earns', 'work-in-a-team:competent'],
  }),
  perform('AC06', 'Choreograph a short dance', 5, 4, {
    assess: ['A dance of five minutes and a journal'],
    theory: ['Motif and development'],
    practice: ['Makes and teaches a dance to others'],
    skills: ['perform-on-stage:showcases', 'teach-others:competent'],
  }),
  craft('AC07', 'Throw and glaze domestic ware', 5, 3, {
    assess: ['A set of six matching pieces'],
    theory: ['Clay bodies, firing and food safety'],
    practice: ['Throws, turns, glazes and fires ware'],
    skills: ['design-products:earns', 'materials-science:earns'],
  }),
  craft('AC08', 'Sew a garment to a person’s measure', 5, 3, {
    assess: ['A finished garment and its pattern'],
    theory: ['Fit, grain and seams'],
    practice: ['Measures, cuts, sews and fits'],
    skills: ['measure-accurately:competent', 'design-products:competent'],
  }),
];
