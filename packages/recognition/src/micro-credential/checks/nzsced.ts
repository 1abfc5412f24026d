import { finder, type ListingRule } from '../../outcome/finding.ts';
import { isRuleSix, type OwnCheck } from './check.ts';

const rule: ListingRule = {
  check: 'nzsced',
  source: 'Listing Rules 2022, rule 6: the six-digit code of the NZSCED (domain 1.4)',
  says: {
    en: 'The NZSCED code is six digits.',
    mi: 'E ono ngā mati o te waehere NZSCED.',
  },
};
const find = finder(rule);

export const nzsced: OwnCheck = {
  rule,
  asked: isRuleSix,
  run: ({ content }) =>
    content.nzsced.trim() === '' || /^[0-9]{6}$/.test(content.nzsced.trim())
      ? []
      : [
          find(
            'nzsced',
            `“${content.nzsced.trim()}” is not a six-digit NZSCED code, such as 060301.`,
            `Ehara te “${content.nzsced.trim()}” i te waehere NZSCED e ono ngā mati, pērā i te 060301.`,
          ),
        ],
};
