import { FIELDS } from './fields.ts';

export { FIELDS };

interface Tile {
  readonly width: number;
  readonly height: number;
  readonly stroke: number;
  /** The hatch of one tile whose corner stands at (x, y); the empty string is a plain field. */
  draw(x: number, y: number): string;
}

/** Each field's pattern: plain geometry, so that a field is known without its colour. */
export const TILES: Readonly<Record<(typeof FIELDS)[number], Tile>> = {
  'agriculture-forestry-and-fisheries': { width: 5, height: 6, stroke: 1.3, draw: (x, y) => `M${x + 2.5} ${y}v6` },
  'arts-and-crafts': { width: 9, height: 8, stroke: 1.2, draw: (x, y) => `M${x + 4.5} ${y + 1.6}l3 5h-6z` },
  business: { width: 6, height: 5, stroke: 1.3, draw: (x, y) => `M${x} ${y + 2.5}h6` },
  'community-and-social-services': {
    width: 9,
    height: 9,
    stroke: 1.2,
    draw: (x, y) => `M${x + 2.2} ${y + 4.5}a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0`,
  },
  'computing-and-information-technology': {
    width: 7,
    height: 7,
    stroke: 1.3,
    draw: (x, y) => `M${x + 3.5} ${y}v7M${x} ${y + 3.5}h7`,
  },
  'core-generic': { width: 4, height: 4, stroke: 1, draw: () => '' },
  education: { width: 8, height: 6, stroke: 1.4, draw: (x, y) => `M${x + 0.5} ${y + 1.5}h3M${x + 4.5} ${y + 4.5}h3` },
  'engineering-and-technology': { width: 7, height: 7, stroke: 1.1, draw: (x, y) => `M${x} ${y}l7 7M${x + 7} ${y}l-7 7` },
  health: { width: 9, height: 9, stroke: 1.3, draw: (x, y) => `M${x + 4.5} ${y + 1.8}v5.4M${x + 1.8} ${y + 4.5}h5.4` },
  humanities: { width: 9, height: 9, stroke: 1.2, draw: (x, y) => `M${x + 4.5} ${y + 1.8}l2.7 2.7l-2.7 2.7l-2.7 -2.7z` },
  'law-and-security': { width: 9, height: 6, stroke: 3, draw: (x, y) => `M${x + 4.5} ${y}v6` },
  manufacturing: { width: 8, height: 8, stroke: 1.2, draw: (x, y) => `M${x + 2} ${y + 2}h4v4h-4z` },
  maori: { width: 6, height: 6, stroke: 1.3, draw: (x, y) => `M${x} ${y + 6}l6 -6` },
  'planning-and-construction': {
    width: 12,
    height: 8,
    stroke: 1.2,
    draw: (x, y) => `M${x} ${y + 0.6}h12M${x} ${y + 4.6}h12M${x + 3} ${y + 0.6}v4M${x + 9} ${y + 4.6}v4`,
  },
  sciences: { width: 6, height: 6, stroke: 2, draw: (x, y) => `M${x + 2} ${y + 3}h2` },
  'service-sector': { width: 8, height: 7, stroke: 1.3, draw: (x, y) => `M${x} ${y + 5.2}l4 -3.4l4 3.4` },
  'social-sciences': {
    width: 10,
    height: 10,
    stroke: 1.3,
    draw: (x, y) => `M${x + 1} ${y + 2.5}h3.5M${x + 7.5} ${y + 1}v3.5M${x + 2.5} ${y + 6}v3.5M${x + 6} ${y + 7.5}h3.5`,
  },
};

/** The colour token of a field; null is unclassified. */
export function fieldColour(field: string | null): string {
  return `var(--f-${field ?? 'unclassified'})`;
}

function isTiled(field: string | null): field is keyof typeof TILES {
  return field !== null && field in TILES;
}

/** What to fill a block of this field with. */
export function fieldFill(field: string | null): string {
  return isTiled(field) ? `url(#p-${field})` : fieldColour(null);
}

/** A block of one pattern, centred on it: where to translate a group, and the rectangle inside it. */
export function centred(
  field: string | null,
  x: number,
  y: number,
  width: number,
  height: number,
): { dx: number; dy: number; x: number; y: number } {
  const tile = isTiled(field) ? TILES[field] : { width: 0, height: 0 };
  const dx = Math.round((x + width / 2 - tile.width / 2) * 2) / 2;
  const dy = Math.round((y + height / 2 - tile.height / 2) * 2) / 2;
  return { dx, dy, x: x - dx, y: y - dy };
}

/** The definitions that `fieldFill` refers to, as the inside of one hidden svg. Once in each document. */
export function patternDefinitions(): string {
  const patterns = FIELDS.map((field) => {
    const tile = TILES[field];
    const d = tile.draw(0, 0);
    const hatch = d === '' ? '' : `<path d="${d}" stroke="var(--hatch)" stroke-width="${tile.stroke}" fill="none"/>`;
    return `<pattern id="p-${field}" width="${tile.width}" height="${tile.height}" patternUnits="userSpaceOnUse"><rect width="${tile.width}" height="${tile.height}" fill="${fieldColour(field)}"/>${hatch}</pattern>`;
  });
  const fade =
    '<linearGradient id="fade" x1="0" x2="1" y1="0" y2="0"><stop offset="0" stop-color="#fff" stop-opacity=".18"/><stop offset=".85" stop-color="#fff" stop-opacity=".95"/></linearGradient>' +
    '<mask id="leaving" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#fade)"/></mask>';
  return `<defs>${patterns.join('')}${fade}</defs>`;
}

/**
 * The hatch of a block as one path, for paper: a printed pattern is repeated tile by tile and makes a certificate of megabytes.
 * Only whole tiles are drawn, centred, so nothing needs a clip.
 */
export function hatchPath(field: string | null, width: number, height: number): { d: string; stroke: number } | null {
  if (!isTiled(field)) return null;
  const tile = TILES[field];
  const columns = Math.max(1, Math.floor(width / tile.width));
  const rows = Math.max(1, Math.floor(height / tile.height));
  const left = (width - columns * tile.width) / 2;
  const top = (height - rows * tile.height) / 2;
  let d = '';
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      d += tile.draw(Math.round((left + column * tile.width) * 10) / 10, Math.round((top + row * tile.height) * 10) / 10);
  return d === '' ? null : { d, stroke: tile.stroke };
}
