import type { RuleVersion } from '../../framework/schema.ts';
import type { ListingRule } from '../../outcome/finding.ts';
import { sizeInWords } from '../../size/amount.ts';
import { FRAMEWORK } from '../framework.ts';
import { fieldWords } from './field-words.ts';

/**
 * The engine's checks as they are published, written out of the parameters of a version of the rule: change a number in
 * `frameworks/nz` and the sentence changes with it.
 */
export function engineRules({ source, size, counts, definition }: RuleVersion): readonly ListingRule[] {
  const rules: ListingRule[] = [];
  const add = (check: string, en: string, mi: string): void => void rules.push({ check, source, says: { en, mi } });
  const amount = (minutes: number, language: 'en' | 'mi'): string => sizeInWords(minutes, FRAMEWORK.unit, language);
  const [first, last] = [FRAMEWORK.levels[0]?.label ?? '', FRAMEWORK.levels.at(-1)?.label ?? ''];
  if (definition !== null && definition.titleBans.length > 0)
    add(
      'title',
      `The title uses none of the words ${definition.titleBans.map((word) => `“${word}”`).join(', ')}.`,
      `Kāore te taitara e whakamahi i ēnei kupu: ${definition.titleBans.map((word) => `“${word}”`).join(', ')}.`,
    );
  if (definition !== null && definition.required.length > 0)
    add(
      'required',
      `Every field of the listing is filled in: ${definition.required.map((name) => fieldWords(name).en).join('; ')}.`,
      `Kua whakakīia ngā āpure katoa o te rārangitanga: ${definition.required.map((name) => fieldWords(name).mi).join('; ')}.`,
    );
  if (size.least !== null && size.most !== null)
    add(
      'size',
      `It is worth ${amount(size.least, 'en')} to ${amount(size.most, 'en')}, in whole credits of ten hours.`,
      `Ko te rahi mai i te ${amount(size.least, 'mi')} ki te ${amount(size.most, 'mi')}, he whiwhinga tōpū, tekau hāora ia whiwhinga.`,
    );
  add('level', `Its level is one of ${first} to ${last}.`, `Ko te taumata tētahi o te ${first} ki te ${last}.`);
  const years = definition?.reviewYears ?? null;
  if (years !== null)
    add(
      'review-period',
      years.least === years.most ? 'It is reviewed every year.' : `It is reviewed every ${years.least} to ${years.most} years.`,
      years.least === years.most ? 'Ka arotakengia ia tau.' : `Ka arotakengia ia ${years.least} ki te ${years.most} tau.`,
    );
  if (definition?.parts != null)
    add(
      'parts',
      `It is made of at least ${definition.parts.least} outcome or standard of the catalogue.`,
      `He mea hanga ki te hua ako, paerewa rānei o te rārangi, ${definition.parts.least} te iti rawa.`,
    );
  if (definition?.roles != null)
    add('roles', 'Its parts are outcomes and standards.', 'He hua ako, he paerewa hoki ōna wāhanga.');
  if (counts.creditBearing) add('non-credit', 'Every part bears credit.', 'He whiwhinga tō ia wāhanga.');
  const most = definition?.mostOverlapPercent ?? null;
  if (most !== null)
    add(
      'overlap',
      `At most ${most}% of it is in any one micro-credential that is listed already.`,
      `Kaua e neke atu i te ${most}% ōna kei tētahi tohu moroiti kua rārangitia kē.`,
    );
  return rules;
}
