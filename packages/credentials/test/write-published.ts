import { writeFileSync } from 'node:fs';
import { allThere } from './published-files.ts';
import { publishedPage } from './published-table.ts';

// `npm run published`: writes docs/reference/published-credentials.md from the published files, where they are there.
if (!allThere()) {
  console.error('The published files are not there: set RECOGNITION_SHARED to the folder that holds data/ and standards/.');
  process.exit(2);
}
writeFileSync(new URL('../../../docs/reference/published-credentials.md', import.meta.url), await publishedPage());
console.log('docs/reference/published-credentials.md is written.');
