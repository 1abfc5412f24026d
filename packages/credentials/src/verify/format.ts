import { finding, type Finding } from './findings.ts';
import type { Subject } from './subject.ts';

/** Is it a credential that we can read? Whatever is not never gets as far as the other checks. */
export function checkFormat({ kind }: Subject): Finding {
  return finding('format', kind === 'credential' ? 'readable-credential' : 'readable-presentation');
}
