/**
 * Outcomes as an old listing has them: code, name, credits, level and classification, and nothing of how they are assessed or which
 * skills they give. They stand on their developer's worklist. All are invented.
 */
const legacy = (code: string, name: string, credits: number, level: number, domain: string, known: object = {}) => ({
  id: `demo-${code.toLowerCase()}`,
  code,
  version: null,
  name,
  credits,
  level,
  field: 'health',
  subfield: 'Health, Disability, and Aged Support',
  domain,
  lineage: code,
  accredited: true,
  excludes: [],
  group: null,
  lastAssessment: null,
  developer: 'isb-health-and-community',
  assessments: [],
  theory: [],
  practice: [],
  skills: [],
  status: 'legacy',
  registered: null,
  replaces: null,
  gradesAvailable: [],
  ...known,
});

const en = (text: string) => [{ text, lang: 'en' }];

export const LEGACY = [
  legacy('HL01', 'Provide comfort to a person who rests in bed', 3, 2, 'Support Work'),
  legacy('HL02', 'Assist a person with meals and drinks', 3, 2, 'Support Work', {
    assessments: en('Observed at two meals, with questions afterwards'),
    theory: en('Safe swallowing, and what a meal plan says'),
    practice: en('Helps a person eat and drink at their own pace'),
  }),
  legacy('HL03', 'Describe the ageing process', 4, 3, 'Support Work', { theory: en('How bodies and minds change with age') }),
  legacy('HL04', 'Whakamanaaki i te kaumātua i te whare tiaki', 4, 3, 'Community Support'),
  legacy('HL05', 'Use a hoist with a colleague', 2, 3, 'Support Work'),
];
