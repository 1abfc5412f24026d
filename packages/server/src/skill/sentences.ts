import type { Sentences } from '../http/sentences.ts';

export const SKILL_SENTENCES: Sentences = {
  'skill-not-retired': {
    en: 'Only a skill that its scheme has retired is replaced by another.',
    mi: 'Ko te pūkenga kua whakamutua e tōna kaupapa anake ka whakakapia.',
  },
  'replacement-circle': {
    en: 'That skill is itself replaced by this one, so neither would be found.',
    mi: 'Kua whakakapia tērā pūkenga e tēnei, nō reira kāore tētahi e kitea.',
  },
  'skill-not-found': { en: 'There is no such skill here.', mi: 'Kāore he pūkenga pērā i konei.' },
  'scheme-not-found': {
    en: 'There is no skill scheme with this name here.',
    mi: 'Kāore he kaupapa pūkenga o tēnei ingoa i konei.',
  },
  'same-scheme': { en: 'A scheme is not matched with itself.', mi: 'Kāore te kaupapa e whakatauritea ki a ia anō.' },
  'crosswalk-not-found': {
    en: 'These two skills were not proposed as a pair.',
    mi: 'Kāore ēnei pūkenga e rua i tūtohua hei takirua.',
  },
  'version-missing': {
    en: 'The files do not say which version they are. Give the version of the scheme.',
    mi: 'Kāore ngā kōnae e kī ko tēhea putanga. Hoatu te putanga o te kaupapa.',
  },
  'no-skills': {
    en: 'No skill could be taken from these files, so nothing was changed.',
    mi: 'Kāore i taea te tango pūkenga i ēnei kōnae, nō reira kāore he mea i huri.',
  },
  'skills-of-another-scheme': {
    en: 'Another scheme holds some of these skills, so nothing was changed.',
    mi: 'Kei tētahi atu kaupapa ētahi o ēnei pūkenga, nō reira kāore he mea i huri.',
  },
  'scheme-address-differs': {
    en: 'The scheme of this name has another address than these files.',
    mi: 'He rerekē te wāhitau o te kaupapa o tēnei ingoa i tō ngā kōnae.',
  },
  'version-superseded': {
    en: 'This version was superseded by a newer one; nothing was changed.',
    mi: 'Kua whakakapia tēnei putanga e tētahi hou ake; kāore he mea i huri.',
  },
  'version-differs': {
    en: 'This version is loaded with other content. Give these files a version of their own.',
    mi: 'Kua utaina kētia tēnei putanga me ētahi atu ihirangi. Hoatu he putanga mō ēnei kōnae.',
  },
  'answer-not-yours': {
    en: 'There is no such outcome of yours, or no such skill.',
    mi: 'Kāore he hua pērā āu, he pūkenga pērā rānei.',
  },
};
