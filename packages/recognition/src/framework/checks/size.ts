import { sizeInWords } from '../../size/amount.ts';
import { type DefinitionCheck, finding, minutesOf } from './check.ts';

/** Its size lies within the gates of its kind, and is made of whole steps of the unit. */
export const size: DefinitionCheck = (definition, context) => {
  const { rule, framework } = context;
  const { least, most } = rule.size;
  const minutes = minutesOf(definition);
  const said = (value: number, language: 'en' | 'mi'): string => sizeInWords(value, framework.unit, language);
  if (minutes === null)
    return least === null && most === null
      ? []
      : [finding('size', 'minutes', context, 'The size is missing.', 'Kei te ngaro te rahi.')];
  if (minutes % framework.unit.step !== 0) {
    const step = framework.unit.step;
    return [
      finding(
        'size',
        'minutes',
        context,
        `The size is no multiple of ${said(step, 'en')}.`,
        `Ehara te rahi i te taurea o te ${said(step, 'mi')}.`,
      ),
    ];
  }
  if (least !== null && minutes < least)
    return [
      finding(
        'size',
        'minutes',
        context,
        `It is ${said(minutes, 'en')}, and at least ${said(least, 'en')} are needed.`,
        `He ${said(minutes, 'mi')}, me ${said(least, 'mi')} te iti rawa.`,
      ),
    ];
  if (most !== null && minutes > most)
    return [
      finding(
        'size',
        'minutes',
        context,
        `It is ${said(minutes, 'en')}, and at most ${said(most, 'en')} are allowed.`,
        `He ${said(minutes, 'mi')}, ko te ${said(most, 'mi')} te mōrahi.`,
      ),
    ];
  return [];
};
