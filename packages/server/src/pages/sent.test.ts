import { describe, expect, test } from 'vitest';
import { readFile, readText } from './sent.ts';

const URL_OF_OURS = 'https://ours.example';
const JSON_TEXT = '{"type":["VerifiableCredential"],"name":"Ngā mahi <a> & \\"b\\""}';

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
  test('that is text is read as text, and what is none goes to the verifier as bytes', () => {
    const svg = '<svg><openbadges:credential verify="eyJh.eyJi.c2ln"/></svg>';
    expect(readFile(Buffer.from(svg), URL_OF_OURS)).toEqual({ kind: 'credential', credential: svg });
    for (const bytes of [
      [0x25, 0x50, 0x44, 0x46, 0xff, 0xfe],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ]) {
      const odd = Buffer.from(bytes);
      expect(readFile(odd, URL_OF_OURS)).toEqual({ kind: 'credential', credential: odd });
    }
  });
});
