import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  bakeIntoPng,
  bakeIntoSvg,
  CredentialError,
  examineCredential,
  issueJwtCredential,
  jwtSigner,
  takeFromPng,
  takeFromSvg,
} from '../index.ts';
import { scene } from '../../test/scene.ts';

const TEXT = '{"type":["VerifiableCredential"],"name":"Ngā mahi <a> & \\"b\\""}';

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}
const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', Buffer.alloc(13)), ...chunks]);
const iTXt = (keyword: string, text: Buffer, compressed = 0): Buffer =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([compressed, 0]), Buffer.from('\0\0'), text]));
/** The smallest whole picture: one grey pixel. */
const picture = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64'),
);
const SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>';

describe('a badge in a PNG', () => {
  test('comes out as it went in, and a second one takes its place', async () => {
    const baked = bakeIntoPng(bakeIntoPng(picture, 'eyJh.eyJi.c2ln'), TEXT);
    expect(await takeFromPng(baked)).toBe(TEXT);
    expect(Buffer.from(baked).toString('latin1').split('openbadgecredential').length).toBe(2);
    expect(Buffer.from(baked.subarray(-12)).toString('latin1')).toContain('IEND');
  });

  test('is found behind other chunks, packed or not', async () => {
    expect(await takeFromPng(png(iTXt('Comment', Buffer.from('no')), iTXt('openbadgecredential', Buffer.from(TEXT))))).toBe(TEXT);
    expect(await takeFromPng(png(iTXt('openbadgecredential', deflateSync(Buffer.from(TEXT)), 1)))).toBe(TEXT);
  });

  test('of another picture, one that is cut off, or a bomb, there is none', async () => {
    const bomb = png(iTXt('openbadgecredential', deflateSync(Buffer.alloc(20_000_000)), 1));
    for (const bytes of [png(), png(iTXt('openbadgecredential', Buffer.from(TEXT))).subarray(0, 40), bomb, Buffer.from(SVG)])
      expect(await takeFromPng(bytes)).toBeNull();
    expect(() => bakeIntoPng(picture.subarray(0, -4), TEXT)).toThrow(CredentialError);
    expect(() => bakeIntoPng(Buffer.from(SVG), TEXT)).toThrow(CredentialError);
  });
});

describe('a badge in an SVG', () => {
  test.each([
    `<svg xmlns="x"><openbadges:credential><![CDATA[${TEXT}]]></openbadges:credential></svg>`,
    `<?xml version="1.0"?><svg xmlns="x"><openbadges:credential xmlns:openbadges="y">${TEXT.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</openbadges:credential></svg>`,
    bakeIntoSvg(SVG, TEXT),
    bakeIntoSvg(bakeIntoSvg(SVG, 'eyJh.eyJi.c2ln'), TEXT),
  ])('%s', (svg) => {
    expect(takeFromSvg(svg)).toBe(TEXT);
  });

  test('may be a token', () => {
    expect(takeFromSvg('<svg><openbadges:credential verify="eyJh.eyJi.c2ln"/></svg>')).toBe('eyJh.eyJi.c2ln');
    expect(takeFromSvg(bakeIntoSvg(SVG, 'eyJh.eyJi.c2ln'))).toBe('eyJh.eyJi.c2ln');
    expect(bakeIntoSvg(SVG, TEXT)).toContain('xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"');
  });

  test('is baked into an SVG only', () => {
    for (const text of ['<html></html>', '<svg/>', '']) expect(() => bakeIntoSvg(text, TEXT)).toThrow(CredentialError);
  });
});

test('a baked award is verified as it is, in every form', async () => {
  const at = await scene();
  const json = JSON.stringify(at.credential);
  const jwt = await issueJwtCredential(at.credential, { signer: jwtSigner(at.by), at: '2026-11-01T00:00:00Z' });
  for (const given of [bakeIntoPng(picture, json), bakeIntoPng(picture, jwt), bakeIntoSvg(SVG, json), bakeIntoSvg(SVG, jwt)])
    expect((await examineCredential(given, at)).answer).toBe('verified');
  const forged = bakeIntoPng(picture, json.replace('Mārama', 'Marama'));
  expect((await examineCredential(forged, at)).answer).toBe('not-verified');
});
