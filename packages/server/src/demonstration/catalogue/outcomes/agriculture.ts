import { at } from '../author.ts';

const dairy = at({
  field: 'agriculture-forestry-and-fisheries',
  subfield: 'Agriculture',
  domain: 'Dairy Farming',
  developer: 'isb-food-and-fibre',
});
const horticulture = at({
  field: 'agriculture-forestry-and-fisheries',
  subfield: 'Horticulture',
  domain: 'Plant Production',
  developer: 'isb-food-and-fibre',
});
const forest = at({
  field: 'agriculture-forestry-and-fisheries',
  subfield: 'Forestry',
  domain: 'Forest Harvesting',
  developer: 'isb-food-and-fibre',
});

export const agriculture = [
  dairy('AF01', 'Milk cows and check udder health', 5, 3, {
    assess: ['Observed at four milkings'],
    theory: ['How milk is made and what mastitis does'],
    practice: ['Milks a herd, strips, spots infection and keeps milk clean'],
    skills: ['milk-animals:competent', 'control-quality:earns'],
  }),
  dairy('AF02', 'Measure and allocate pasture', 4, 3, {
    assess: ['Four weekly farm walks with a feed plan'],
    theory: ['Growth through the year', 'Feed demand'],
    practice: ['Measures cover and sets the next break'],
    skills: ['manage-pasture:competent', 'measure-accurately:competent'],
  }),
  dairy('AF03', 'Care for calves from birth to weaning', 5, 3, {
    assess: ['Rearing records of twenty calves', 'Observed feeding'],
    theory: ['Colostrum, housing and disease'],
    practice: ['Feeds, houses, treats and weans calves'],
    skills: ['milk-animals:earns', 'keep-records:competent'],
  }),
  dairy('AF04', 'Lower a farm’s losses of nitrogen', 6, 5, {
    assess: ['A plan for one farm, with its figures'],
    theory: ['The nitrogen cycle', 'Rules for fresh water'],
    practice: ['Builds a nutrient budget and chooses changes that work'],
    skills: ['soil-science:competent', 'analyse-data:competent', 'climate:earns'],
  }),
  horticulture('AF05', 'Propagate plants from cuttings', 3, 2, {
    assess: ['Fifty cuttings, counted after eight weeks'],
    theory: ['What makes a cutting root'],
    practice: ['Takes, treats and grows on cuttings'],
    skills: ['grow-plants:competent', 'plant-science:earns'],
  }),
  horticulture('AF06', 'Prune and train fruiting vines', 4, 3, {
    assess: ['Observed over a winter’s pruning'],
    theory: ['Buds, wood and light'],
    practice: ['Prunes and ties to a stated number of buds'],
    skills: ['grow-plants:showcases', 'use-hand-tools:competent'],
  }),
  horticulture('AF07', 'Scout for pests and diseases', 4, 4, {
    assess: ['Six weeks of scouting with a report'],
    theory: ['Life cycles, thresholds and beneficial insects'],
    practice: ['Samples a block, counts, and advises on action'],
    skills: ['plant-science:competent', 'keep-records:competent', 'ecology:earns'],
  }),
  forest('AF08', 'Fell trees in a plantation', 8, 3, {
    assess: ['Observed felling of thirty trees', 'Oral questions on hazards'],
    theory: ['Tree lean, tension and escape'],
    practice: ['Plans, cuts and clears safely'],
    skills: ['fell-trees:competent', 'assess-risk:competent', 'use-power-tools:competent'],
  }),
  forest('AF09', 'Harvest and grade mussels', 4, 3, {
    assess: ['Observed on two trips'],
    theory: ['Spat, growth and water quality'],
    practice: ['Lifts lines, strips, grades and records the catch'],
    skills: ['farm-sea-life:competent', 'control-quality:competent'],
  }),
];
