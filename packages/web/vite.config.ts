import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Packs scripts and styles once, beside themselves, so that the server packs nothing while somebody waits. */
const packed: Plugin = {
  name: 'packed',
  writeBundle({ dir = '' }) {
    const folder = join(dir, 'assets');
    for (const name of readdirSync(folder).filter((one) => /\.(js|css)$/.test(one))) {
      const content = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
    }
  },
};

/** Builds the site into dist/, with the manifest from which the server's shell takes the names of the assets. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), packed],
  // Modules, so that a worker brings the reader of spreadsheets only when there is one to read.
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A strict policy allows no data: fonts and no inline styles, so nothing is inlined.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: fileURLToPath(new URL('./src/main.tsx', import.meta.url)),
      // What many pages share comes as one file: each file costs its headers and its place in the queue of a slow network.
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 20, includeDependenciesRecursively: false, test: /packages.web.src|tanstack|shim/ },
          ],
        },
      },
    },
  },
});
