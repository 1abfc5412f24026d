interface Words {
  readonly en: string;
  readonly mi: string;
}

interface FieldWords extends Words {
  /** The part of the document, as findings name it. */
  readonly path: string;
  /** What to do where it is missing. */
  readonly ask: Words;
}

/** The fields of the listing by the name that the framework's rule gives them. */
const FIELDS: Readonly<Record<string, FieldWords>> = {
  size: {
    path: 'parts',
    en: 'credits',
    mi: 'ngā whiwhinga',
    ask: {
      en: 'Choose the outcomes and standards that it is made of: its credits are their sum.',
      mi: 'Kōwhiria ngā hua ako me ngā paerewa: ko tō rātou tapeke ngā whiwhinga.',
    },
  },
  level: { path: 'level', en: 'level', mi: 'te taumata', ask: { en: 'Choose its level.', mi: 'Kōwhiria te taumata.' } },
  'review-period': {
    path: 'reviewYears',
    en: 'review period',
    mi: 'te wā arotake',
    ask: { en: 'Say after how many years it is reviewed.', mi: 'Kōrerohia te maha o ngā tau i mua i te arotake.' },
  },
  nzsced: {
    path: 'nzsced',
    en: 'NZSCED code',
    mi: 'te waehere NZSCED',
    ask: { en: 'Give its six-digit NZSCED code.', mi: 'Hoatu te waehere NZSCED e ono ngā mati.' },
  },
  developer: {
    path: 'developer',
    en: 'developer',
    mi: 'te kaihanga',
    ask: { en: 'Say which organisation answers for it.', mi: 'Kōrerohia ko tēhea whakahaere te haepapa.' },
  },
  use: {
    path: 'use',
    en: 'use',
    mi: 'te whakamahinga',
    ask: {
      en: 'Say what it is good for, in New Zealand or other countries.',
      mi: 'Kōrerohia te whakamahinga, i Aotearoa, i whenua kē rānei.',
    },
  },
  relevance: {
    path: 'relevance',
    en: 'relevance',
    mi: 'te hāngaitanga',
    ask: {
      en: 'Say whom it matters to: students, whānau, hapū, iwi, hapori Māori, industry.',
      mi: 'Kōrerohia ko wai ka whai hua: ākonga, whānau, hapū, iwi, hapori Māori, ahumahi.',
    },
  },
  skills: {
    path: 'skills',
    en: 'knowledge, skills and attributes',
    mi: 'te mōhiotanga, ngā pūkenga me ngā āhuatanga',
    ask: {
      en: 'Say which knowledge, skills and attributes the learner will show.',
      mi: 'Kōrerohia te mōhiotanga, ngā pūkenga me ngā āhuatanga ka whakaaturia.',
    },
  },
  'education-pathway': {
    path: 'educationPathway',
    en: 'education pathway',
    mi: 'te ara mātauranga',
    ask: { en: 'Say what education it leads to.', mi: 'Kōrerohia te mātauranga ka whai ake.' },
  },
  'employment-pathway': {
    path: 'employmentPathway',
    en: 'cultural or employment pathway, or community contribution',
    mi: 'te ara ahurea, mahi, hapori rānei',
    ask: {
      en: 'Say what work, cultural role or contribution to a community it leads to.',
      mi: 'Kōrerohia te mahi, te tūranga ahurea, te āwhina hapori rānei ka whai ake.',
    },
  },
};

/** The words for a field of the listing; a field that a changed rule adds is said by its own name. */
export function fieldWords(name: string): FieldWords {
  return (
    FIELDS[name] ?? { path: name, en: name, mi: name, ask: { en: `The listing needs “${name}”.`, mi: `Me whai “${name}”.` } }
  );
}
