import type { Better } from './finding.ts';
import type { Worded } from './worded.ts';

/** A definition with better words at their place; one that has no such place stays as it is. */
export function mend<Of extends Worded>(outcome: Of, { path, to }: Better): Of {
  if (path === 'name') return { ...outcome, name: to };
  const [, part = '', at = '', key = ''] = /^(assessments|theory|practice)\[(\d+)\]\.(text|lang)$/u.exec(path) ?? [];
  switch (part) {
    case 'assessments':
    case 'theory':
    case 'practice':
      return { ...outcome, [part]: outcome[part].map((one, place) => (place === Number(at) ? { ...one, [key]: to } : one)) };
    default:
      return outcome;
  }
}
