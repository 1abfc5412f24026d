import dk from '../../../../frameworks/dk/framework.json' with { type: 'json' };
import es from '../../../../frameworks/es/framework.json' with { type: 'json' };
import fr from '../../../../frameworks/fr/framework.json' with { type: 'json' };
import india from '../../../../frameworks/in/framework.json' with { type: 'json' };
import nz from '../../../../frameworks/nz/framework.json' with { type: 'json' };
import ph from '../../../../frameworks/ph/framework.json' with { type: 'json' };
import sg from '../../../../frameworks/sg/framework.json' with { type: 'json' };
import { loadFrameworkFile } from './load.ts';
import type { RecognitionFramework } from './schema.ts';

/** The folders of frameworks/, in the order in which they are listed. A new country is a folder there and a line here. */
export const FRAMEWORK_IDS = ['nz', 'in', 'ph', 'dk', 'sg', 'es', 'fr'] as const;
export type FrameworkId = (typeof FRAMEWORK_IDS)[number];

/** Every framework, read and checked when this is loaded. */
export const frameworks: Readonly<Record<FrameworkId, RecognitionFramework>> = {
  nz: loadFrameworkFile(nz),
  in: loadFrameworkFile(india),
  ph: loadFrameworkFile(ph),
  dk: loadFrameworkFile(dk),
  sg: loadFrameworkFile(sg),
  es: loadFrameworkFile(es),
  fr: loadFrameworkFile(fr),
};

/** The framework of an id, or null. */
export function frameworkNamed(id: string): RecognitionFramework | null {
  const known = FRAMEWORK_IDS.find((one) => one === id);
  return known === undefined ? null : frameworks[known];
}
