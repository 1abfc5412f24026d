import { finding, type Finding } from './findings.ts';

/** Is it in the public log? There is none yet. */
export function checkLog(): Finding {
  return finding('log', 'no-log');
}
