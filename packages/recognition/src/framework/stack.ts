import { type Framework, loadFramework } from './framework.ts';
import type { RecognitionFramework } from './schema.ts';

const read = new WeakMap<RecognitionFramework, Framework>();

/** The part of a framework that the rule of the Applied Learning Qualification reads: its stacked awards and fields. */
export function stackOf(framework: RecognitionFramework): Framework {
  const known = read.get(framework);
  if (known !== undefined) return known;
  const numbers = framework.levels.map(({ label }) => Number(label));
  const made = loadFramework({
    id: framework.id,
    name: { en: framework.name.en, mi: framework.name.mi },
    unit: { name: framework.unit.name, minutes: framework.unit.minutes, whole: framework.unit.step === framework.unit.minutes },
    levels: { least: Math.min(...numbers), most: Math.max(...numbers) },
    awards: framework.awards.flatMap((award) =>
      award.rule === 'stack'
        ? [{ id: award.id, title: { en: award.title.en, mi: award.title.mi }, policy: award.policy, versions: award.versions }]
        : [],
    ),
    fields: framework.fields,
  });
  read.set(framework, made);
  return made;
}
