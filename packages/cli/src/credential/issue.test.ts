import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examineCredential } from '@recognition/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCatalogue, aResult, resultsFile, type TestProduct, testProduct } from '../test-product.ts';

let at: TestProduct;
let learner = '';
let award = '';
let achievement = '';
beforeAll(async () => {
  at = await testProduct();
  await at.nzrr('catalogue', 'import', at.write('catalogue.json', aCatalogue()), '--from', 'json');
  const lines = [1, 2, 3, 4, 5, 6, 7, 8].map((outcome) => aResult(1, outcome));
  await at.nzrr('results', 'import', at.write('results.csv', resultsFile(lines)));
  const { rows } = await at.owner.query(
    `select learner_id::text as learner, achievement_id::text as achievement from record.achievement_state where reference = 'p1-k1'`,
  );
  ({ learner, achievement } = rows[0]);
  award = JSON.parse((await at.nzrr('award', 'claim', '--learner', learner, '--json')).out).id;
});
afterAll(() => at.end());

async function formatOf(file: string): Promise<readonly (string | undefined)[]> {
  const bytes = new Uint8Array(readFileSync(join(at.folder, file)));
  const examined = await examineCredential(bytes, {
    now: new Date().toISOString(),
    offline: true,
    trusted: [],
    resolver: { fetch: async () => ({ status: 'unreachable', detail: '' }) },
  });
  return [examined.checks[0]?.code, examined.checks[1]?.code, String(examined.credentials.length)];
}

describe('nzrr credential issue', () => {
  test.each([
    ['ldp_vc', 'award.json', 'readable-credential'],
    ['vc+jwt', 'award.jwt', 'readable-jwt-credential'],
    ['dc+sd-jwt', 'award.sd-jwt', 'readable-sd-jwt'],
    ['png', 'award.png', 'readable-credential'],
    ['svg', 'award.svg', 'readable-credential'],
  ])('an award and an achievement as %s', async (format, out, code) => {
    expect(await at.nzrr('credential', 'issue', '--award', award, '--format', format, '--out', out)).toEqual({
      exit: 0,
      out: '',
      err: '',
    });
    expect(await formatOf(out)).toEqual([code, 'complete', '0']);
    const one = await at.nzrr(
      'credential',
      'issue',
      '--learner',
      learner,
      '--achievement',
      achievement,
      '--format',
      format,
      '--out',
      `one-${out}`,
    );
    expect(one).toEqual({ exit: 0, out: '', err: '' });
    expect(await formatOf(`one-${out}`)).toEqual([code, 'complete', '0']);
    expect(readFileSync(join(at.folder, out)).toString('latin1')).not.toMatch(/0000\d{6}/u);
  });

  test('a whole record, and a part of it', async () => {
    const whole = await at.nzrr('credential', 'issue', '--learner', learner, '--record', '--named', '--out', 'record.json');
    expect(whole.exit).toBe(0);
    expect(await formatOf('record.json')).toEqual(['readable-credential', 'complete', '9']);
    const part = await at.nzrr(
      'credential',
      'issue',
      '--learner',
      learner,
      '--record',
      '--only',
      `${achievement},${award}`,
      '--format',
      'vc+jwt',
      '--out',
      'part.jwt',
    );
    expect(part.exit).toBe(0);
    expect(await formatOf('part.jwt')).toEqual(['readable-jwt-credential', 'complete', '2']);
  });

  test('an SD-JWT bound to a key', async () => {
    const key = at.write(
      'key.json',
      JSON.stringify({
        kty: 'EC',
        crv: 'P-256',
        x: 'WfTi93YuhsQxKbD0ftnjOXJndqhnJ5kgDV-ZDGyrhBQ',
        y: 'qUd_55EjX0mjKZ6W6mF4UXVYTQ41K6jfdnYFwN5uPyk',
      }),
    );
    const bound = await at.nzrr('credential', 'issue', '--award', award, '--format', 'dc+sd-jwt', '--holder-key', key);
    expect(bound.exit).toBe(0);
    const claims = JSON.parse(Buffer.from(bound.out.split('.')[1] ?? '', 'base64url').toString());
    expect(claims.cnf.jwk).toMatchObject({ crv: 'P-256' });
    const secret = at.write(
      'secret.json',
      JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'WfTi93YuhsQxKbD0ftnjOXJndqhnJ5kgDV-ZDGyrhBQ', d: 'x' }),
    );
    const refused = await at.nzrr('credential', 'issue', '--award', award, '--format', 'dc+sd-jwt', '--holder-key', secret);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('holder-key-unusable')]);
  });

  test('what is not there, and options that are off', async () => {
    expect((await at.nzrr('credential', 'issue', '--award', '26-0000-0000-0000')).exit).toBe(1);
    expect((await at.nzrr('credential', 'issue', '--learner', learner, '--achievement', '1')).exit).toBe(1);
    for (const words of [
      [],
      ['--award', award, '--record'],
      ['--award', award, '--format', 'mdoc'],
      ['--award', award, '--format', 'png'],
      ['--award', award, '--holder-key', 'none.json'],
      ['--award', award, '--format', 'dc+sd-jwt', '--holder-key', 'none.json'],
      ['--learner', '0', '--record'],
      ['--learner', learner, '--record', '--format', 'svg', '--out', 'x'],
    ])
      expect((await at.nzrr('credential', 'issue', ...words)).exit).toBe(2);
  });
});

test('verify takes only the form that is asked for', async () => {
  await at.nzrr('credential', 'issue', '--award', award, '--format', 'vc+jwt', '--out', 'form.jwt');
  const verify = (...words: string[]) => at.nzrr('credential', 'verify', 'form.jwt', '--offline', ...words);
  expect((await verify('--format', 'vc+jwt')).exit).toBe(3);
  const other = await verify('--format', 'ldp_vc');
  expect([other.exit, other.err]).toEqual([2, 'form.jwt is not in the form ldp_vc: it is a verifiable credential as a JWT\n']);
  expect((await verify('--format', 'mdoc')).exit).toBe(2);
});
