import { createHash } from 'node:crypto';

const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** The UUID that an address always has: version 5 in the namespace of URLs (RFC 9562, 5.5). */
export function uuidOfAddress(address: string): string {
  const bytes = createHash('sha1').update(URL_NAMESPACE).update(address).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The address at which everybody reads a version of an outcome. */
export function outcomeAddress(
  url: string,
  { code, version }: { readonly code: string; readonly version: number | null },
): string {
  return `${url}/api/v1/outcomes/${encodeURIComponent(code)}/${version ?? 'unstated'}`;
}

/** The address that names an organisation in what goes to other registers. */
export function organisationAddress(url: string, id: string): string {
  return `${url}/organisations/${encodeURIComponent(id)}`;
}

/** The id that such an address ends in; null for any other. */
export function organisationOfAddress(address: string): string | null {
  const [, id] = /\/organisations\/([^/?#]+)$/u.exec(address) ?? [];
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * The id under which the catalogue keeps what another register published: its CTID, or the UUID that its address ends in, or else the
 * UUID of the address. Null for what has neither: the next reading could not find it again.
 */
export function idOfPublished(ctid: string | null, address: string | null): string | null {
  if (ctid !== null && /^ce-[0-9a-f-]{36}$/u.test(ctid)) return ctid;
  if (address === null || address.startsWith('_:') || !address.includes(':')) return null;
  const [uuid] = UUID.exec(address.toLowerCase()) ?? [];
  if (uuid === undefined) return uuidOfAddress(address);
  return address.toLowerCase().endsWith(`ce-${uuid}`) ? `ce-${uuid}` : uuid;
}
