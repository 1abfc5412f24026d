/** Bytes in base64 (RFC 4648, section 4), padded. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return btoa(text);
}

/** The bytes of base64, padded or not, with white space in it or not, as a `data:` address may have it; null if it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const bare = text.replaceAll(/[\t\n\f\r ]/gu, '').replace(/={1,2}$/u, '');
  if (!/^[A-Za-z0-9+/]*$/u.test(bare) || bare.length % 4 === 1) return null;
  return Uint8Array.from(atob(bare), (character) => character.codePointAt(0) ?? 0);
}
