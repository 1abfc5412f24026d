import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CredentialError, codeOf } from '../errors/codes.ts';
import { credentialInPdf, isPdf } from './attachment.ts';

const CREDENTIAL = JSON.stringify({ type: ['VerifiableCredential'], name: 'Whānau (1)' });

interface Attachment {
  readonly content: string | Uint8Array;
  readonly filter?: string;
  readonly length?: number;
}

/** A PDF with these attachments: a catalogue, a file specification and a stream for each, a table and a trailer. */
function pdf(attachments: readonly Attachment[], more = '', trailer = '/Root 1 0 R'): Uint8Array {
  const objects: (string | Uint8Array)[][] = [
    [`<< /Type /Catalog ${more} /AF [${attachments.map((_, at) => `${2 + 2 * at} 0 R`).join(' ')}] >>`],
  ];
  for (const [at, { content, filter, length }] of attachments.entries()) {
    objects.push([`<< /Type /Filespec /UF (a \\(b\\).json) /EF << /F ${3 + 2 * at} 0 R >> % a remark\n >>`]);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const packed = filter === undefined ? '' : `/Filter ${filter}`;
    objects.push([`<< /Type /EmbeddedFile ${packed} /Length ${length ?? bytes.length} >>\nstream\n`, bytes, '\nendstream']);
  }
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n%\xff\xff\n', 'latin1')];
  const places: number[] = [];
  const size = () => pieces.reduce((sum, { length }) => sum + length, 0);
  for (const [at, object] of objects.entries()) {
    places.push(size());
    pieces.push(Buffer.from(`${at + 1} 0 obj\n`), ...object.map((part) => Buffer.from(part)), Buffer.from('\nendobj\n'));
  }
  const table = size();
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${places.length + 1} ${trailer} >>\n`;
  pieces.push(Buffer.from(`${end}startxref\n${table}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(pieces));
}

async function refused(bytes: Uint8Array): Promise<string | null> {
  try {
    await credentialInPdf(bytes);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(CredentialError);
    return codeOf(error);
  }
}

describe('the credential of a PDF', () => {
  test.each([
    ['as it is', [{ content: CREDENTIAL }]],
    ['packed', [{ content: deflateSync(CREDENTIAL), filter: '/FlateDecode' }]],
    ['packed, in a list of one', [{ content: deflateSync(CREDENTIAL), filter: '[/Flate#44ecode]' }]],
    [
      'after others that are none',
      [{ content: 'a text' }, { content: '{"type":"Other"}' }, { content: Uint8Array.of(0xff) }, { content: CREDENTIAL }],
    ],
    ['after one that is packed in another way', [{ content: 'x', filter: '/LZWDecode' }, { content: CREDENTIAL }]],
  ])('%s', async (_, attachments) => {
    expect(await credentialInPdf(pdf(attachments))).toBe(CREDENTIAL);
  });

  test('is found by the names that a reader lists, too', async () => {
    const listed = Buffer.from(
      pdf([{ content: CREDENTIAL }], '/Names << /EmbeddedFiles << /Kids [<< /Names [(c) 2 0 R] >>] >> >>'),
    );
    const text = listed.toString('latin1').replace('/AF [2 0 R]', '/XX [2 0 R]');
    expect(await credentialInPdf(new Uint8Array(Buffer.from(text, 'latin1')))).toBe(CREDENTIAL);
  });

  test('is the one of the last update', async () => {
    const before = pdf([{ content: CREDENTIAL }]);
    const changed = JSON.stringify({ type: 'VerifiablePresentation' });
    const start = /startxref\n(\d+)/u.exec(Buffer.from(before).toString('latin1'))?.[1];
    const object = `3 0 obj\n<< /Length ${changed.length} >>\nstream\n${changed}\nendstream\nendobj\n`;
    const table = `xref\n3 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Root 1 0 R /Prev ${start} >>\n`;
    const update = `${object}${table}startxref\n${before.length + object.length}\n%%EOF`;
    expect(await credentialInPdf(new Uint8Array(Buffer.concat([before, Buffer.from(update)])))).toBe(changed);
  });
});

describe('a PDF is refused', () => {
  const good = Buffer.from(pdf([{ content: CREDENTIAL }])).toString('latin1');
  const changed = (from: string | RegExp, to: string) => new Uint8Array(Buffer.from(good.replace(from, to), 'latin1'));
  test.each([
    ['that carries none', pdf([]), 'pdf-without-credential'],
    ['whose attachment is another text', pdf([{ content: 'hello' }]), 'pdf-without-credential'],
    ['that is only a header', new TextEncoder().encode('%PDF-1.7\n'), 'pdf-unreadable'],
    ['that is cut off', pdf([{ content: CREDENTIAL }]).subarray(0, 200), 'pdf-unreadable'],
    ['that is encrypted', pdf([{ content: CREDENTIAL }], '', '/Root 1 0 R /Encrypt 9 0 R'), 'pdf-unreadable'],
    ['whose table is a stream', changed(/xref\n0/u, '7 0 obj'), 'pdf-unreadable'],
    ['whose table leads elsewhere', changed(/startxref\n\d+/u, 'startxref\n5'), 'pdf-unreadable'],
    [
      'whose updates go in a circle',
      changed(/\/Root 1 0 R/u, `/Root 1 0 R /Prev ${/startxref\n(\d+)/u.exec(good)?.[1]}`),
      'pdf-unreadable',
    ],
    ['whose table claims a billion objects', changed(/xref\n0 4/u, 'xref\n0 999999999'), 'pdf-unreadable'],
    ['whose stream is longer than the file', pdf([{ content: CREDENTIAL, length: 1e6 }]), 'pdf-unreadable'],
    ['whose packing is broken', pdf([{ content: 'not zlib', filter: '/FlateDecode' }]), 'pdf-unreadable'],
    ['that is nested too deeply', pdf([], `/X ${'['.repeat(1000)}${']'.repeat(1000)}`), 'pdf-unreadable'],
    ['that is larger than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'too-large'],
  ])('%s', async (_, bytes, code) => {
    expect(await refused(bytes)).toBe(code);
  });

  test('whose attachment is a bomb, before it has gone off', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refused(pdf([{ content: bomb, filter: '/FlateDecode' }]))).toBe('too-large');
  });

  test('whose attachments are too much together', async () => {
    const part = { content: deflateSync(Buffer.alloc(6 * 1024 * 1024, 0x20)), filter: '/FlateDecode' };
    expect(await refused(pdf([part, part]))).toBe('too-large');
  });

  test('or read, and never anything else, wherever a few bytes of it are changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const bytes = new Uint8Array(Buffer.from(good, 'latin1'));
          for (const [at, byte] of changes) bytes[at] = byte;
          const code = await refused(bytes);
          expect([null, 'pdf-unreadable', 'pdf-without-credential']).toContain(code);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('a PDF is known by its first bytes', () => {
  expect(isPdf(new TextEncoder().encode('%PDF-1.7'))).toBe(true);
  expect(isPdf(new TextEncoder().encode('{"type":"%PDF-"}'))).toBe(false);
  expect(isPdf(new Uint8Array())).toBe(false);
});
