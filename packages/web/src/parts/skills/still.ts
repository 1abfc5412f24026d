import { escapeHtml } from '../stack/still.ts';
import { type DrawnSkill, drawSkills } from './graph.ts';

export { groupName, nameOf, strongestLine } from './words.ts';

/** The same picture as `SkillGraph`, as SVG text that needs no script; empty where no outcome is shown. */
export function stillSkills(skills: readonly DrawnSkill[], label: string): string {
  const { width, height, left, right, lines, ...placed } = drawSkills(skills, 960);
  if (lines.length === 0) return '';
  const drawn = [
    ...lines.map(({ relation, path }) => `<path class="far-${relation}" d="${path}"/>`),
    ...placed.skills.map(
      ({ text, y }) =>
        `<circle cx="${left + 4}" cy="${y}" r="4"/><text x="${left - 6}" y="${y + 5}" text-anchor="end">${escapeHtml(text)}</text>`,
    ),
    ...placed.outcomes.map(
      ({ text, y }) =>
        `<rect x="${right - 8}" y="${y - 4}" width="8" height="8"/><text x="${right + 6}" y="${y + 5}">${escapeHtml(text)}</text>`,
    ),
  ];
  return `<div class="skill-graph"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}">${drawn.join('')}</svg></div>`;
}
