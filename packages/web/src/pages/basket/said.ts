import type { FrameworkSum } from '@recognition/recognition/frameworks';
import { fieldLabel, type Language, type Say } from '../../language/index.ts';
import type { SaidSum } from './sum.ts';

/** Minutes in a framework's unit, in words: "18 credits". */
export function sizeSaid(sum: SaidSum, { framework, size }: FrameworkSum, language: Language): string {
  return amountSaid(sum, framework, size.amount, language);
}

function amountSaid(sum: SaidSum, framework: string, amount: string, language: Language): string {
  const [one, many] = sum.names[framework]?.unit[language] ?? ['', ''];
  return `${amount} ${amount === '1' ? one : many}`;
}

/** Minutes that are missing, in whole units of the framework, rounded up. */
export function missingSaid(sum: SaidSum, framework: string, minutes: number, language: Language): string {
  return amountSaid(sum, framework, String(Math.ceil(minutes / (sum.names[framework]?.minutes ?? 60))), language);
}

export const awardSaid = (sum: SaidSum, framework: string, award: string, language: Language): string =>
  sum.names[framework]?.awards[award]?.[language] ?? award;

/** One sentence: the most that the basket makes in New Zealand, or what is nearest. */
export function headlineOf(sum: SaidSum, learner: boolean, t: Say, language: Language): string {
  const nz = sum.frameworks.find(({ framework }) => framework === 'nz');
  if (nz === undefined) return '';
  const alq = nz.sized.find(({ award }) => award === 'alq');
  const whole = nz.made.find(({ claimable, before }) => claimable && !before);
  if (alq?.enough === true && !alq.before) {
    const [major] = alq.majors;
    return major === undefined
      ? t(learner ? 'basket.makes-alq-with' : 'basket.makes-alq')
      : t(learner ? 'basket.makes-alq-major-with' : 'basket.makes-alq-major', { field: fieldLabel(major, language) });
  }
  if (whole !== undefined) return t('basket.makes', { name: sum.definitions.get(whole.definition)?.title ?? whole.definition });
  const [next] = nz.oneMore;
  const completes = next?.completes[0];
  if (completes !== undefined) return t('basket.one-more-short', { name: sum.definitions.get(completes)?.title ?? completes });
  if (alq !== undefined && alq.missing > 0)
    return t('basket.alq-missing', { size: missingSaid(sum, 'nz', alq.missing, language) });
  return t('basket.nothing-yet');
}
