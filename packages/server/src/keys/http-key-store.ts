import { z } from 'zod';
import { curveOf, PURPOSES } from './key-ring.ts';
import { type KeyStore, KeyStoreError, type PublicSigningKey, type SigningCurve } from './key-store.ts';
import { publicMultikey } from './multikey.ts';
import { symmetric, type SymmetricKey } from './symmetric.ts';

const listSchema = z.object({
  keys: z.array(
    z.object({
      id: z.string().min(1).max(128),
      purpose: z.enum(PURPOSES),
      createdAt: z.iso.datetime(),
      retiredAt: z.iso.datetime().nullable(),
      /** Of signing keys: the raw public key, base64: 32 bytes of Ed25519, 33 of a compressed point of P-256. */
      publicKey: z.string().optional(),
    }),
  ),
});
const bytesSchema = z.object({ bytes: z.base64() });
const madeSchema = z.object({ id: z.string() });

type Listed = z.infer<typeof listSchema>['keys'][number];

/**
 * A key store behind HTTP, as README.md of this folder describes it. Signing keys never leave it. The keys of the index, of NSNs and
 * of evidence are handed over once, at the start, and kept in memory: an import asks for them a million times. Throws
 * `key-store-unreachable`.
 */
export async function httpKeyStore(address: string, token: string, call: typeof fetch = fetch): Promise<KeyStore> {
  const base = address.replace(/\/$/, '');
  const ask = async <T>(schema: z.ZodType<T>, path: string, body?: object): Promise<T> => {
    let response: Response;
    try {
      response = await call(`${base}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(10_000),
      });
    } catch (error) {
      throw new KeyStoreError('key-store-unreachable', `The key store at ${base} does not answer.`, { cause: error });
    }
    if (!response.ok)
      throw new KeyStoreError('key-store-unreachable', `The key store at ${base} answers ${response.status} to ${path}.`);
    const answer = schema.safeParse(await response.json().catch(() => null));
    if (!answer.success)
      throw new KeyStoreError('key-store-unreachable', `The key store at ${base} answers ${path} in a form that we do not know.`);
    return answer.data;
  };
  let listed: readonly Listed[] = [];
  let secrets: readonly SymmetricKey[] = [];
  const load = async (): Promise<void> => {
    const { keys } = await ask(listSchema, '/v1/keys');
    const held = new Map(secrets.map((key) => [key.id, key.secret]));
    const next: SymmetricKey[] = [];
    for (const { id, purpose, retiredAt } of keys) {
      if (curveOf(purpose) !== null) continue;
      const secret =
        held.get(id) ?? Buffer.from((await ask(bytesSchema, `/v1/keys/${encodeURIComponent(id)}/unwrap`, {})).bytes, 'base64');
      next.push({ id, purpose, retired: retiredAt !== null, secret });
    }
    listed = keys;
    secrets = next;
  };
  await load();
  const signing = (): readonly PublicSigningKey[] =>
    listed.flatMap(({ id, purpose, publicKey, createdAt, retiredAt }) => {
      const curve = curveOf(purpose);
      if (curve === null || publicKey === undefined) return [];
      return [{ id, curve, publicKeyMultibase: publicMultikey(Buffer.from(publicKey, 'base64'), curve), createdAt, retiredAt }];
    });
  const current = (curve: SigningCurve = 'Ed25519'): PublicSigningKey => {
    const found = signing().findLast((key) => key.retiredAt === null && key.curve === curve);
    if (found === undefined)
      throw new KeyStoreError('key-unknown', `There is no signing key of the kind ${curve} in the key store at ${base}.`);
    return found;
  };
  return {
    // A key that came later is asked for in the background; whoever needs it now is told that it is unknown, and tries again.
    ...symmetric(
      () => secrets,
      () => void load().catch(() => undefined),
    ),
    sign: async (data, keyId = current().id) =>
      Buffer.from(
        (await ask(bytesSchema, `/v1/keys/${encodeURIComponent(keyId)}/sign`, { data: Buffer.from(data).toString('base64') }))
          .bytes,
        'base64',
      ),
    signingKeys: async () => signing(),
    currentSigningKey: async (curve) => current(curve),
    rotate: async (purpose) => {
      const { id } = await ask(madeSchema, '/v1/keys', { purpose });
      await load();
      return { keyId: id };
    },
    forgetRetired: async (purpose) => {
      await ask(z.object({}), '/v1/keys/forget', { purpose });
      await load();
    },
  };
}
