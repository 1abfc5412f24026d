import { readFile } from 'node:fs/promises';
import type { Language } from '@recognition/web/language';
import { z } from 'zod';

/** The built files that every page links: addresses under `/assets/`. */
export interface PageAssets {
  readonly script: string;
  readonly styles: readonly string[];
  /** Both halves of the typeface: macrons are in the second. */
  readonly fonts: readonly string[];
  /**
   * The scripts that the website needs to begin in a language, and with a page (its source in the website's `src/pages`): asked for at
   * once, they come side by side, not each after the one that names it.
   */
  readonly scripts: (language: Language, page?: string) => readonly string[];
}

const chunk = z.object({
  file: z.string(),
  css: z.array(z.string()).optional(),
  isEntry: z.boolean().optional(),
  imports: z.array(z.string()).optional(),
});
type Manifest = Readonly<Record<string, z.infer<typeof chunk>>>;

/** Reads the manifest that the website's build wrote. Throws when the website has not been built or has no entry. */
export async function readPageAssets(manifestFile: string, base = '/'): Promise<PageAssets> {
  const manifest = z.record(z.string(), chunk).parse(JSON.parse(await readFile(manifestFile, 'utf8')));
  const [start, entry] = Object.entries(manifest).find(([, one]) => one.isEntry === true) ?? [];
  if (start === undefined || entry === undefined) throw new Error(`${manifestFile} names no entry: build the website again`);
  const fonts = Object.values(manifest)
    .map((one) => one.file)
    .filter((file) => /source-sans-3-latin(-ext)?-wght-normal-.*\.woff2$/.test(file));
  return {
    script: base + entry.file,
    styles: (entry.css ?? []).map((file) => base + file),
    fonts: fonts.map((file) => base + file),
    scripts: (language, page) =>
      needed(manifest, [start, `src/language/${language}/first.ts`, ...(page === undefined ? [] : [`src/pages/${page}`])])
        .filter((file) => file !== entry.file)
        .map((file) => base + file),
  };
}

/** The files of some chunks and of all that they import, each once. A source that the build does not know adds nothing. */
function needed(manifest: Manifest, sources: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const waiting = [...sources];
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    const one = manifest[source];
    if (one === undefined || found.has(one.file)) continue;
    found.add(one.file);
    waiting.push(...(one.imports ?? []));
  }
  return [...found];
}
