import { centred, fieldColour, fieldFill, hatchPath } from '../../fields/patterns.ts';
import { languageOfName } from '../../language/index.ts';
import type { PlacedBlock, PlacedText, StackScene } from './types.ts';

/** Text made safe for HTML and SVG, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** The CSS classes of a placed text. */
export const TEXT_CLASS: Readonly<Record<PlacedText['kind'], string>> = {
  label: 'st-l',
  leave: 'st-l st-leave',
  quiet: 'st-l st-q',
  tick: 'st-tick',
  strong: 'st-strong',
  major: 'st-major',
  total: 'st-total',
  year: 'st-tick st-halo',
};

/**
 * The picture as SVG text that needs no script: for strangers' views and for paper. Ink brackets stand for the frame. On paper
 * (`paper`) hatches are drawn as paths, see `hatchPath`.
 */
export function stillStack(
  scene: StackScene,
  words: { title: string; description: string; id: string },
  { paper = false, narrow = false }: { readonly paper?: boolean; readonly narrow?: boolean } = {},
): string {
  const { frame, plot } = scene;
  const brackets = `M${frame.left + 8} ${frame.tab}H${frame.left}V${plot.base + 28}H${frame.left + 8}M${frame.right - 8} ${frame.tab}H${frame.right}V${plot.base + 28}H${frame.right - 8}`;
  return [
    `<svg class="stack still${narrow ? ' narrow' : ''}" viewBox="0 0 ${scene.width} ${scene.height}" width="${scene.width}" height="${scene.height}" role="img" aria-labelledby="${words.id}-t ${words.id}-d">`,
    `<title id="${words.id}-t">${escapeHtml(words.title)}</title><desc id="${words.id}-d">${escapeHtml(words.description)}</desc>`,
    ...scene.lines.filter((line) => !line.kind.startsWith('51')).map((line) => `<path class="st-${line.kind}" d="${line.d}"/>`),
    ...scene.stair.map((block) => drawBlock(block, paper)),
    ...scene.pile.map((block) => drawBlock(block, paper)),
    ...scene.lines.filter((line) => line.kind.startsWith('51')).map((line) => `<path class="st-${line.kind}" d="${line.d}"/>`),
    `<path class="st-still" d="${brackets}"/>`,
    ...scene.texts.map(drawText),
    '</svg>',
  ].join('');
}

function drawText(text: PlacedText): string {
  const lang = text.kind === 'label' && languageOfName(text.text) === 'mi' ? ' lang="mi"' : '';
  const tail =
    text.tail === undefined
      ? ''
      : `<tspan class="${text.tail.kind === 'leave' ? 'st-leave' : 'st-q'}" dx="8">${escapeHtml(text.tail.text)}</tspan>`;
  return `<text class="${TEXT_CLASS[text.kind]}" x="${text.x}" y="${text.y}" text-anchor="${text.anchor}"><tspan${lang}>${escapeHtml(text.text)}</tspan>${tail}</text>`;
}

function drawBlock(block: PlacedBlock, paper: boolean): string {
  const { field } = block.item;
  const height = Math.max(0.5, block.height - 1.5);
  const box = centred(field, block.x, block.y + 0.75, block.width, height);
  const edge = field === null ? ' class="st-none"' : '';
  const hatch = paper ? hatchPath(field, block.width, height) : null;
  const shape = paper
    ? `<rect x="${block.x}" y="${block.y + 0.75}" width="${block.width}" height="${height}" fill="${fieldColour(field)}"${edge}/>${hatch === null ? '' : `<path transform="translate(${block.x} ${block.y + 0.75})" d="${hatch.d}" stroke="var(--hatch)" stroke-width="${hatch.stroke}" fill="none"/>`}`
    : `<rect transform="translate(${box.dx} ${box.dy})" x="${box.x}" y="${box.y}" width="${block.width}" height="${height}" fill="${fieldFill(field)}"${edge}/>`;
  if (block.number === null) return shape;
  return `${shape}<text class="st-n${field === null ? '-pale' : ''}" x="${block.x + block.width / 2}" y="${block.y + block.height / 2 + 5}" text-anchor="middle" stroke="${fieldColour(field)}">${block.number}</text>`;
}

/** A small block of a field, for lists: colour and pattern, beside which its name stands. */
export function swatch(field: string | null, width = 22, height = 16): string {
  const box = centred(field, 0, 0, width, height);
  const edge = field === null ? ' class="st-none"' : '';
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><rect transform="translate(${box.dx} ${box.dy})" x="${box.x}" y="${box.y}" width="${width}" height="${height}" fill="${fieldFill(field)}"${edge}/></svg>`;
}
