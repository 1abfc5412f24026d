import { en } from './en/index.ts';
import { learn } from './index.ts';
import { mi } from './mi/index.ts';

export * from './index.ts';

learn('en', en);
learn('mi', mi);
