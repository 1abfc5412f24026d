import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The built files that every page links: addresses under `/assets/`. */
export interface PageAssets {
  readonly script: string;
  readonly styles: readonly string[];
  /** Both halves of the typeface: macrons are in the second. */
  readonly fonts: readonly string[];
}

const chunk = z.object({ file: z.string(), css: z.array(z.string()).optional(), isEntry: z.boolean().optional() });

/** Reads the manifest that the website's build wrote. Throws when the website has not been built or has no entry. */
export async function readPageAssets(manifestFile: string, base = '/'): Promise<PageAssets> {
  const manifest = z.record(z.string(), chunk).parse(JSON.parse(await readFile(manifestFile, 'utf8')));
  const entry = Object.values(manifest).find((one) => one.isEntry === true);
  if (entry === undefined) throw new Error(`${manifestFile} names no entry: build the website again`);
  const fonts = Object.values(manifest)
    .map((one) => one.file)
    .filter((file) => /source-sans-3-latin(-ext)?-wght-normal-.*\.woff2$/.test(file));
  return {
    script: base + entry.file,
    styles: (entry.css ?? []).map((file) => base + file),
    fonts: fonts.map((file) => base + file),
  };
}
