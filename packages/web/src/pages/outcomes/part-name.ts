import type { Say } from '../../language/index.ts';
import { type Part, PARTS } from './draft.ts';

/** How a part of a definition is called on its pages. */
export function partName(part: Part, t: Say): string {
  switch (part) {
    case 'name':
      return t('author.name');
    case 'credits':
      return t('figures.credits');
    case 'level':
      return t('figures.level');
    case 'field':
      return t('figures.field');
    case 'subfield':
      return t('author.subfield');
    case 'domain':
      return t('author.domain');
    case 'kind':
      return t('author.kind');
    case 'group':
      return t('author.group');
    case 'assessments':
      return t('outcome.assessments');
    case 'theory':
      return t('outcome.theory');
    case 'practice':
      return t('outcome.practice');
    case 'skills':
      return t('outcome.skills');
    case 'gradesAvailable':
      return t('author.grades');
    case 'excludes':
      return t('author.excludes');
  }
}

/** The name of a part that a path or a comment speaks of; the path itself where it is none of the form's. */
export function pathName(path: string, t: Say): string {
  const part = path.split(/[[.]/)[0] ?? path;
  return isPart(part) ? partName(part, t) : path;
}

export function isPart(part: string): part is Part {
  return PARTS.some((one) => one === part);
}
