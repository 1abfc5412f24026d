import json from '../../../../frameworks/nz/framework.json' with { type: 'json' };
import type { Framework } from './framework.ts';
import { loadFrameworkFile } from './load.ts';
import { stackOf } from './stack.ts';

/** The whole framework of Aotearoa New Zealand, as in frameworks/nz. */
export const aotearoa = loadFrameworkFile(json);

/** The rules of the Applied Learning Qualification, out of it. */
export const nz: Framework = stackOf(aotearoa);
