import { countingDate } from '../../award/context.ts';
import type { LocalDate, RecognitionRecord } from '../../record/portable-record.ts';
import { explain as explainStack } from '../../explain/index.ts';
import { sizeInWords } from '../../size/amount.ts';
import type { AwardDecision, Gate } from '../decide/answer.ts';
import type { Definition } from '../definition.ts';
import type { RecognitionFramework, Spoken, Translated } from '../schema.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { mi } from './mi.ts';
import type { AwardLine, AwardWords } from './words.ts';

const WORDS: Readonly<Record<Spoken, AwardWords>> = { en, mi, es, da, fr };

/** A title in a language; in English where the framework does not say it in that one. */
export const said = (words: Translated, language: Spoken): string => words[language] ?? words.en;

/** The languages in which a framework is explained: English, te reo Māori, and its own where it has one. */
export const languagesOf = ({ language }: RecognitionFramework): readonly Spoken[] =>
  language === null ? ['en', 'mi'] : ['en', 'mi', language];

function dated(date: LocalDate, language: Spoken): string {
  const words = WORDS[language];
  return words.date(Number(date.slice(8, 10)), words.months[Number(date.slice(5, 7)) - 1] ?? '', date.slice(0, 4));
}

/**
 * A decision line by line: the answer, the rule, how it stands to each gate, what counts, what does not and why, and what happens to
 * what counts. Reads only the decision, the record that it was made from and the definition. A stacked award is explained in its own
 * words (contracts 3), in English or te reo Māori.
 */
export function explain(
  framework: RecognitionFramework,
  decision: AwardDecision,
  record: RecognitionRecord,
  language: Spoken,
  definitions: readonly Definition[] = [],
): readonly { readonly code: string; readonly text: string }[] {
  if (decision.stack !== null) return explainStack(decision.stack, record, language === 'mi' ? 'mi' : 'en');
  const award = framework.awards.find(({ id }) => id === decision.award);
  const rule = award?.rule === 'compose' ? award.versions.find(({ version }) => version === decision.version) : undefined;
  if (award?.rule !== 'compose' || rule === undefined)
    throw new TypeError(`${decision.award} is not an award of ${framework.id}`);
  const words = WORDS[language];
  const size = (minutes: number): string => sizeInWords(minutes, framework.unit, language);
  const outcomes = new Map(record.outcomes.map((outcome) => [outcome.id, outcome]));
  const achievements = new Map(record.achievements.map((achievement) => [achievement.id, achievement]));
  const organisations = new Map(record.organisations.map(({ id, name }) => [id, name]));
  const named = new Map(definitions.map((one) => [one.id, one]));
  const lineages = new Map(record.outcomes.map(({ lineage, name }) => [lineage, name]));
  const nameOf = (id: string): string => outcomes.get(achievements.get(id)?.outcome ?? '')?.name ?? id;
  const dateOf = (id: string): string => {
    const achievement = achievements.get(id);
    return achievement === undefined ? '' : dated(countingDate(achievement), language);
  };
  const definition = decision.definition === null ? undefined : named.get(decision.definition);
  const title = definition === undefined ? said(award.title, language) : `${definition.title} (${said(award.title, language)})`;
  const lines: AwardLine[] = [
    { code: decision.eligible ? 'can' : 'cannot', title },
    { code: 'rule', version: rule.version, from: dated(rule.from, language) },
  ];
  const route =
    decision.route === null || rule.composition.kind !== 'one-of'
      ? undefined
      : rule.composition.routes.find(({ id }) => id === decision.route);
  if (route !== undefined) lines.push({ code: 'route', title: said(route.title, language) });
  if (decision.institution !== null)
    lines.push({ code: 'institution', name: organisations.get(decision.institution) ?? decision.institution });
  for (const gate of decision.gates) lines.push(gateLine(gate, size));
  if (decision.missing > 0) lines.push({ code: 'missing', size: size(decision.missing) });
  // A part of which enough are held without it is not missing.
  const open = new Set(decision.gates.flatMap((gate) => (gate.gate === 'parts' && !gate.met ? gate.role.split('+') : [])));
  for (const { ref, role, held } of decision.parts)
    if (held === null && open.has(role))
      lines.push({ code: 'part-missing', name: lineages.get(ref) ?? named.get(ref)?.title ?? ref });
  for (const id of decision.counted) lines.push({ code: 'counts', name: nameOf(id), date: dateOf(id) });
  for (const { achievement, why } of decision.leftOut) lines.push({ code: 'left-out', name: nameOf(achievement), why });
  for (const { achievement: id, reason } of decision.excluded) {
    const provider = organisations.get(achievements.get(id)?.provider ?? '') ?? '';
    lines.push({ code: 'does-not-count', name: nameOf(id), reason, provider, date: dateOf(id) });
  }
  if (decision.rounded > 0) lines.push({ code: 'rounded', size: size(decision.rounded) });
  if (decision.points !== null) lines.push({ code: 'points', points: decision.points });
  if (decision.cumulative !== null && decision.cumulative.length > 0)
    lines.push({ code: 'cumulative', count: decision.cumulative.length });
  if (decision.validUntil !== null) lines.push({ code: 'valid-until', on: dated(decision.validUntil, language) });
  const [soonest] = decision.expiring;
  if (soonest !== undefined) lines.push({ code: 'expires', name: nameOf(soonest.achievement), on: dated(soonest.on, language) });
  lines.push({ code: decision.use });
  if (award.note !== null) lines.push({ code: 'note', text: said(award.note, language) });
  return lines.map((one) => ({ ...one, text: words.line(one) }));
}

function gateLine(gate: Gate, size: (minutes: number) => string): AwardLine {
  switch (gate.gate) {
    case 'size':
      return { code: 'size', have: size(gate.have), need: size(gate.need) };
    case 'at-level':
      return { code: 'at-level', level: gate.level, have: size(gate.have), need: size(gate.need) };
    case 'cap':
      return { code: 'cap', on: gate.on, percent: gate.percent, have: size(gate.have), most: size(gate.most) };
    case 'parts':
      return { code: 'parts', role: gate.role, have: gate.have, need: gate.need };
  }
}
