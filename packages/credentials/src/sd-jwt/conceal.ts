import { isObject, type JsonObject } from '../json.ts';
import { toBase64Url } from '../proof/base64url.ts';
import { type Disclosure, makeDisclosure } from './disclosure.ts';
import { digestOf } from './hash.ts';

/**
 * What can be disclosed or kept back: `_sd` names members of an object or numbers elements of an array, `_sd_decoy` adds so many digests of
 * nothing, and further keys lead deeper. The form is that of sd-jwt-js, so that frames written for it can be used here.
 */
export interface DisclosureFrame {
  readonly _sd?: readonly (string | number)[];
  readonly _sd_decoy?: number;
  readonly [key: string]: DisclosureFrame | readonly (string | number)[] | number | undefined;
}

export interface Concealed {
  readonly payload: JsonObject;
  readonly disclosures: readonly Disclosure[];
}

/** Claims with what the frame names replaced by digests (RFC 9901, section 4). Salts are 128 random bits; the order of digests tells nothing. */
export async function conceal(claims: JsonObject, frame: DisclosureFrame): Promise<Concealed> {
  const disclosures: Disclosure[] = [];
  const payload = await concealObject(claims, frame, disclosures);
  const hashed = disclosures.length > 0 || decoysIn(frame) ? { ...payload, _sd_alg: 'sha-256' } : payload;
  return { payload: hashed, disclosures };
}

async function concealValue(value: unknown, frame: DisclosureFrame, made: Disclosure[]): Promise<unknown> {
  if (Array.isArray(value)) return concealArray(value, frame, made);
  return isObject(value) ? concealObject(value, frame, made) : value;
}

async function concealObject(object: JsonObject, frame: DisclosureFrame, made: Disclosure[]): Promise<JsonObject> {
  const hidden = new Set((frame['_sd'] ?? []).map(String));
  const shown: Record<string, unknown> = {};
  const digests: string[] = [];
  for (const [name, given] of Object.entries(object)) {
    const value = await concealValue(given, deeper(frame, name), made);
    if (hidden.has(name)) digests.push(await hide(made, name, value));
    else shown[name] = value;
  }
  for (let decoy = 0; decoy < (frame['_sd_decoy'] ?? 0); decoy += 1) digests.push(await digestOf(salt()));
  return digests.length === 0 ? shown : { ...shown, _sd: digests.sort() };
}

async function concealArray(items: readonly unknown[], frame: DisclosureFrame, made: Disclosure[]): Promise<readonly unknown[]> {
  const hidden = new Set((frame['_sd'] ?? []).map(String));
  const shown: unknown[] = [];
  for (const [index, given] of items.entries()) {
    const value = await concealValue(given, deeper(frame, String(index)), made);
    shown.push(hidden.has(String(index)) ? { '...': await hide(made, null, value) } : value);
  }
  for (let decoy = 0; decoy < (frame['_sd_decoy'] ?? 0); decoy += 1) shown.push({ '...': await digestOf(salt()) });
  return shown;
}

async function hide(made: Disclosure[], name: string | null, value: unknown): Promise<string> {
  const disclosure = makeDisclosure(salt(), name, value);
  made.push(disclosure);
  return digestOf(disclosure.encoded);
}

function deeper(frame: DisclosureFrame, key: string): DisclosureFrame {
  const next = frame[key];
  return isFrame(next) ? next : {};
}

function isFrame(value: DisclosureFrame[string]): value is DisclosureFrame {
  return typeof value === 'object' && !Array.isArray(value);
}

function decoysIn(frame: DisclosureFrame): boolean {
  return Object.entries(frame).some(([key, value]) =>
    key === '_sd_decoy' ? Number(value) > 0 : isObject(value) && decoysIn(deeper(frame, key)),
  );
}

function salt(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}
