import { explainSelectionProblem } from '@recognition/recognition';
import { type Line, RULE, sumsOf } from '../../deciding/model.ts';
import { type Language, longDate, type Say } from '../../language/index.ts';
import type { Claim } from './use-claim.ts';

interface Spoken {
  readonly t: Say;
  readonly language: Language;
  readonly field: (field: string | null) => string;
}

export interface Rule {
  readonly ok: boolean;
  readonly text: string;
  readonly more?: string;
}

/** Every rule in a plain sentence, with the figures of the selection as it stands; kept or broken as the decision says. */
export function rulesOf({ t, language, field }: Spoken, lines: readonly Line[], claim: Claim): Rule[] {
  const { selection, draft } = claim;
  const { fields } = sumsOf(lines, new Set(draft.select));
  const { credits } = selection;
  const names = (ids: readonly string[]): string =>
    lines
      .filter((line) => ids.includes(line.id))
      .map((line) => line.name)
      .join(', ');
  const rules: Rule[] = [
    credits >= RULE.credits
      ? {
          ok: true,
          text: t('rule.credits', { credits, need: RULE.credits }),
          ...(credits > RULE.credits ? { more: t('rule.over', { credits }) } : {}),
        }
      : { ok: false, text: t('rule.credits-short', { credits, need: RULE.credits }) },
  ];
  if (selection.from !== null && selection.to !== null) {
    const wide = selection.problems.some((problem) => problem.code.includes('window'));
    rules.push({
      ok: !wide,
      text: t(wide ? 'rule.window-broken' : 'rule.window', {
        from: longDate(selection.from, language),
        to: longDate(selection.to, language),
      }),
    });
  }
  if (draft.major !== null && credits > 0) {
    const own = fields.get(draft.major) ?? 0;
    const has = selection.majors.some((major) => major === draft.major) || 100 * own >= RULE.share * credits;
    rules.push({
      ok: has,
      text: t(has ? 'rule.major' : 'rule.major-lost', {
        field: field(draft.major),
        credits: own,
        total: credits,
        percent: Math.floor((100 * own) / credits),
        share: RULE.share,
      }),
    });
  }
  const others = selection.problems.filter((problem) => !problem.code.includes('credits') && !problem.code.includes('window'));
  for (const problem of others)
    rules.push({
      ok: false,
      text: explainSelectionProblem(problem.code, language),
      more: names(problem.achievements),
    });
  if (others.length === 0) rules.push({ ok: true, text: t('rule.once') }, { ok: true, text: t('rule.accredited') });
  return rules;
}
