import json from '../../../../frameworks/nz/framework.json' with { type: 'json' };
import { type Framework, loadFramework } from './framework.ts';

/** The rules of Aotearoa New Zealand, as in frameworks/nz. */
export const nz: Framework = loadFramework(json);
