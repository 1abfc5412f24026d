import type { Language } from '../../language/languages.ts';

/** The sentences that a decision kept of itself; [] where a trace of another form has none. */
export function explanationOf(trace: unknown, language: Language): readonly string[] {
  if (typeof trace !== 'object' || trace === null || !('explanation' in trace)) return [];
  const { explanation } = trace;
  if (typeof explanation !== 'object' || explanation === null || !(language in explanation)) return [];
  const lines: unknown = Reflect.get(explanation, language);
  return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [];
}
