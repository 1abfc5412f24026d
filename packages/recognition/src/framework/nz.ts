import json from '../../../../frameworks/nz/framework.json' with { type: 'json' };
import { type Framework, loadFramework } from './framework.ts';

const numbers = json.levels.map(({ label }) => Number(label));

/**
 * The rules of the Applied Learning Qualification, out of frameworks/nz. Read without the engine of all frameworks, so that a page
 * that needs only this award stays small; a test holds that both readings agree.
 */
export const nz: Framework = loadFramework({
  id: json.id,
  name: json.name,
  unit: { name: json.unit.name, minutes: json.unit.minutes, whole: json.unit.step === json.unit.minutes },
  levels: { least: Math.min(...numbers), most: Math.max(...numbers) },
  awards: json.awards.flatMap((award) =>
    'policy' in award ? [{ id: award.id, title: award.title, policy: award.policy, versions: award.versions }] : [],
  ),
  fields: json.fields,
});
