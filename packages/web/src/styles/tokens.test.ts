import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIELDS } from '../fields/fields.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pair = (token: string): [string, string] => {
  const found = new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css);
  if (found?.[1] === undefined || found[2] === undefined) throw new Error(`no token ${token}`);
  return [found[1], found[2]];
};

/** Relative luminance of sRGB (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ratio(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

test.each(['ink', 'ink-2', 'ink-3', 'action', 'attn', 'stop'])('%s reads on paper and on wash, in light and dark', (token) => {
  for (const theme of [0, 1] as const) {
    expect(ratio(pair(token)[theme], pair('paper')[theme])).toBeGreaterThanOrEqual(4.5);
    expect(ratio(pair(token)[theme], pair('wash')[theme])).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(FIELDS)('a block of %s stands out from paper, and its number from it', (field) => {
  for (const theme of [0, 1] as const) {
    expect(ratio(pair(`f-${field}`)[theme], pair('paper')[theme])).toBeGreaterThanOrEqual(3);
    expect(ratio(pair(`f-${field}`)[theme], pair('on-field')[theme])).toBeGreaterThanOrEqual(4.5);
  }
});
