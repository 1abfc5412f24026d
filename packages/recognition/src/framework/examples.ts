import dk from '../../../../frameworks/dk/examples.json' with { type: 'json' };
import es from '../../../../frameworks/es/examples.json' with { type: 'json' };
import fr from '../../../../frameworks/fr/examples.json' with { type: 'json' };
import india from '../../../../frameworks/in/examples.json' with { type: 'json' };
import nz from '../../../../frameworks/nz/examples.json' with { type: 'json' };
import ph from '../../../../frameworks/ph/examples.json' with { type: 'json' };
import sg from '../../../../frameworks/sg/examples.json' with { type: 'json' };
import { type Definition, readDefinitions } from './definition.ts';
import type { FrameworkId } from './frameworks.ts';

function read(json: unknown): readonly Definition[] {
  const found = readDefinitions(json);
  if (!found.ok) throw new RangeError(found.problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
  return found.definitions;
}

/** Invented definitions of each framework, for trying out what can be made of their units. A new country adds a line here. */
export const examples: Readonly<Record<FrameworkId, readonly Definition[]>> = {
  nz: read(nz),
  in: read(india),
  ph: read(ph),
  dk: read(dk),
  sg: read(sg),
  es: read(es),
  fr: read(fr),
};
