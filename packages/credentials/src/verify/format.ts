import { finding, type Finding } from './findings.ts';
import type { Subject } from './subject.ts';

/** Is it a credential that we can read? Whatever is not never gets as far as the other checks. */
export function checkFormat({ kind, envelope }: Subject): Finding {
  if (envelope?.form === 'sd-jwt') return finding('format', 'readable-sd-jwt');
  if (envelope?.form === 'cose')
    return finding('format', kind === 'credential' ? 'readable-cose-credential' : 'readable-cose-presentation');
  if (envelope !== undefined)
    return finding('format', kind === 'credential' ? 'readable-jwt-credential' : 'readable-jwt-presentation');
  return finding('format', kind === 'credential' ? 'readable-credential' : 'readable-presentation');
}
