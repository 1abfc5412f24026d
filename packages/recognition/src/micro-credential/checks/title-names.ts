import { finder, type ListingRule } from '../../outcome/finding.ts';
import { isRuleSix, type OwnCheck } from './check.ts';

const rule: ListingRule = {
  check: 'title-names',
  source: 'Listing Rules 2022, rule 6: no person, organisation or product in a title without justification',
  says: {
    en: 'The title does not name its developer, unless the document says why. Stewards look for other names.',
    mi: 'Kāore te taitara e whakahua i tōna kaihanga, ki te kore e whakamāramatia. Mā ngā kaitiaki e kimi ētahi atu ingoa.',
  },
};
const find = finder(rule);
const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export const titleNames: OwnCheck = {
  rule,
  asked: isRuleSix,
  run: ({ content: { title, titleReason }, developer }) =>
    developer !== null && developer.trim() !== '' && titleReason.trim() === '' && fold(title).includes(fold(developer.trim()))
      ? [
          find(
            'title',
            `The title names “${developer}”. Take the name out, or say why it is needed.`,
            `Kei te taitara te ingoa “${developer}”. Tangohia, whakamāramahia rānei te take.`,
          ),
        ]
      : [],
};
