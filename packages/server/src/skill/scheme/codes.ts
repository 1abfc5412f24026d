/** Why a row of a scheme, or a link of one, was not taken. The rest goes on. */
export const NOT_TAKEN_CODES = {
  'row-not-readable': {
    en: 'The row cannot be read as one of this table.',
    mi: 'Kāore e taea te pānui te rārangi o tēnei ripanga.',
  },
  'label-missing': { en: 'The skill has no label.', mi: 'Kāore he ingoa o te pūkenga.' },
  'address-missing': {
    en: 'The skill has neither an address nor a code.',
    mi: 'Kāore he wāhitau, he waehere rānei o te pūkenga.',
  },
  'address-not-valid': {
    en: 'The address of the skill is not one of the web.',
    mi: 'Ehara te wāhitau o te pūkenga i te wāhitau ipurangi.',
  },
  'address-twice': {
    en: 'The skill stands in the files twice with the same words; it is taken once.',
    mi: 'E rua ngā wā kei ngā kōnae te pūkenga me ngā kupu ōrite; kotahi te tango.',
  },
  'two-versions': {
    en: 'The skill stands in the files twice with other words; the later one is taken.',
    mi: 'E rua ngā wā kei ngā kōnae te pūkenga, he rerekē ngā kupu; ka tangohia ko tō muri.',
  },
  'broader-circle': {
    en: 'The link to a broader skill closes a circle, so it is left out; the skill is taken.',
    mi: 'Ka huri porohita te hono ki te pūkenga whānui ake, nō reira ka waiho; ka tangohia te pūkenga.',
  },
  'link-unknown': {
    en: 'The link leads to a skill that the files do not have, so it is left out; the skill is taken.',
    mi: 'Kāore i ngā kōnae te pūkenga e honoa ana, nō reira ka waiho te hono; ka tangohia te pūkenga.',
  },
  'not-a-skill': { en: 'The entry is not a skill.', mi: 'Ehara te tāurunga i te pūkenga.' },
  'entry-not-valid': {
    en: 'The entry does not have the form of its standard.',
    mi: 'Kāore te tāurunga i te āhua o tana paerewa.',
  },
} as const satisfies Record<string, { readonly en: string; readonly mi: string }>;

export type NotTakenCode = keyof typeof NOT_TAKEN_CODES;
