// Writes the types of packages/client from the routes' own schemas: `npm run client`, and the first step of every check, so that the
// website is held against the service as it is.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { serviceDocument } from './openapi-document.ts';

const target = fileURLToPath(new URL('../packages/client/src/openapi.gen.ts', import.meta.url));

const document = await serviceDocument();

const types = astToString(
  await openapiTS(JSON.stringify(document), { immutable: true, alphabetize: true, emptyObjectsUnknown: true }),
);
const text = `// Made by \`npm run client\` from the service's own OpenAPI document; do not edit.\n${types}`;

writeFileSync(target, text);
