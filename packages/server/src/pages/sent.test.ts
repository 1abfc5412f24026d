import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFile, readText } from './sent.ts';

const URL_OF_OURS = 'https://ours.example';
const JSON_TEXT = '{"type":["VerifiableCredential"],"name":"Ngā mahi <a> & \\"b\\""}';

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}
const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', Buffer.alloc(13)), ...chunks]);
const iTXt = (keyword: string, text: Buffer, compressed = 0): Buffer =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([compressed, 0]), Buffer.from('\0\0'), text]));

describe('what was typed', () => {
  test.each([
    ['', { kind: 'nothing' }],
    ['https://ours.example/s/abc_-123?lang=mi', { kind: 'share', token: 'abc_-123' }],
    ['https://ours.example/verify?award=26-4k7q-mx2p-9d3h', { kind: 'award', id: '26-4K7Q-MX2P-9D3H' }],
    ['https://ours.example/awards/26-4K7Q-MX2P-9D3H/print', { kind: 'award', id: '26-4K7Q-MX2P-9D3H' }],
    ['26 4K7Q MX2P 9D3H', { kind: 'award', id: '26-4K7Q-MX2P-9D3H' }],
    ['https://elsewhere.example/s/abc', { kind: 'other-link' }],
    ['https://ours.example/catalogue', { kind: 'other-link' }],
    [JSON_TEXT, { kind: 'credential', credential: JSON_TEXT }],
    ['javascript:alert(1)', { kind: 'credential', credential: 'javascript:alert(1)' }],
  ])('%s', (text, sent) => {
    expect(readText(text, URL_OF_OURS)).toEqual(sent);
  });
});

describe('a file', () => {
  test('that is a badge baked into a PNG gives its credential, compressed or not', () => {
    const plain = png(iTXt('Comment', Buffer.from('no')), iTXt('openbadgecredential', Buffer.from(JSON_TEXT)));
    expect(readFile(plain, URL_OF_OURS)).toEqual({ kind: 'credential', credential: JSON_TEXT });
    const squeezed = png(iTXt('openbadgecredential', deflateSync(Buffer.from(JSON_TEXT)), 1));
    expect(readFile(squeezed, URL_OF_OURS)).toEqual({ kind: 'credential', credential: JSON_TEXT });
  });

  test('that is another picture, cut off, or a bomb goes to the verifier as it is', () => {
    const bomb = png(iTXt('openbadgecredential', deflateSync(Buffer.alloc(20_000_000)), 1));
    for (const bytes of [png(), png(iTXt('openbadgecredential', Buffer.from(JSON_TEXT))).subarray(0, 40), bomb])
      expect(readFile(bytes, URL_OF_OURS)).toEqual({ kind: 'credential', credential: bytes });
  });

  test.each([
    `<svg xmlns="x"><openbadges:credential><![CDATA[${JSON_TEXT}]]></openbadges:credential></svg>`,
    `<?xml version="1.0"?><svg xmlns="x"><openbadges:credential xmlns:openbadges="y">${JSON_TEXT.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</openbadges:credential></svg>`,
  ])('that is a badge baked into an SVG gives its credential', (svg) => {
    expect(readFile(Buffer.from(svg), URL_OF_OURS)).toEqual({ kind: 'credential', credential: JSON_TEXT });
  });

  test('that is an SVG with a token gives the token', () => {
    const svg = '<svg><openbadges:credential verify="eyJh.eyJi.c2ln"/></svg>';
    expect(readFile(Buffer.from(svg), URL_OF_OURS)).toEqual({ kind: 'credential', credential: 'eyJh.eyJi.c2ln' });
  });

  test('that is a PDF or no text at all goes to the verifier as bytes', () => {
    const odd = Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe]);
    expect(readFile(odd, URL_OF_OURS)).toEqual({ kind: 'credential', credential: odd });
  });
});
