import { toBase64Url } from '../proof/base64url.ts';

const NAMES: Readonly<Record<string, string>> = { 'sha-256': 'SHA-256', 'sha-384': 'SHA-384', 'sha-512': 'SHA-512' };

/** Whether `_sd_alg` names a hash that we take (IANA Named Information Hash Algorithm Registry). */
export function isHash(algorithm: unknown): algorithm is string {
  return typeof algorithm === 'string' && algorithm in NAMES;
}

interface NodeCrypto {
  readonly createHash: (name: string) => { readonly update: (data: Uint8Array) => { readonly digest: () => Uint8Array } };
}

/** Node's hash where there is one: an award has dozens of digests, and WebCrypto makes a trip to another thread for each. */
const node = ((): NodeCrypto | null => {
  const host: { readonly process?: { readonly getBuiltinModule?: (name: string) => unknown } } = globalThis;
  const found = host.process?.getBuiltinModule?.('node:crypto');
  return isNodeCrypto(found) ? found : null;
})();

function isNodeCrypto(value: unknown): value is NodeCrypto {
  return typeof value === 'object' && value !== null && 'createHash' in value && typeof value.createHash === 'function';
}

const utf8 = new TextEncoder();

/** The digest of a text in base64url, as `_sd`, `...` and `sd_hash` hold it. */
export async function digestOf(text: string, algorithm = 'sha-256'): Promise<string> {
  const [data, name] = [utf8.encode(text), NAMES[algorithm] ?? 'SHA-256'];
  if (node !== null) return toBase64Url(node.createHash(name).update(data).digest());
  return toBase64Url(new Uint8Array(await crypto.subtle.digest(name, data)));
}
