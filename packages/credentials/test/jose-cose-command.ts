/**
 * The command that the runner of `w3c/vc-jose-cose-test-suite` calls for each case, for running the suite by hand (docs/reference/standards/jose.md):
 * `issue|verify --input FILE --key FILE --feature NAME [--sd JSON] --output FILE`, paths within its folder `tests`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runCase } from './jose-cose-case.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    input: { type: 'string', default: '' },
    key: { type: 'string', default: '' },
    feature: { type: 'string', default: '' },
    sd: { type: 'string', default: '[]' },
    output: { type: 'string', default: '' },
    folder: { type: 'string', default: '.' },
  },
});
const at = (path: string): string => join(values.folder, path);
const method = (path: string): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(at(path), 'utf8')));
const answer = await runCase({
  fn: positionals[0] === 'issue' ? 'issue' : 'verify',
  feature: values.feature,
  input: readFileSync(at(values.input), 'utf8'),
  key: method(values.key),
  methods: ['p256', 'p384', 'p521', 'ed25519'].map((name) => method(`tests/input/vm-${name}.json`)),
  disclosures: z.array(z.string()).parse(JSON.parse(values.sd)),
  now: new Date().toISOString(),
});
writeFileSync(at(values.output), JSON.stringify(answer));
