import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the site into dist/, with the manifest from which the server's shell takes the names of the assets. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  // Modules, so that a worker brings the reader of spreadsheets only when there is one to read.
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A strict policy allows no data: fonts and no inline styles, so nothing is inlined.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: fileURLToPath(new URL('./src/main.tsx', import.meta.url)) },
  },
});
