/** Where a code may be sent: never to plain HTTP elsewhere, never into a script. */
export function isReturn(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, hash } = new URL(address);
  if (hash !== '') return false;
  if (protocol === 'https:') return true;
  if (protocol === 'http:') return hostname === '127.0.0.1' || hostname === '[::1]' || hostname === 'localhost';
  // A scheme of an application (RFC 8252, section 7.1) has a dot or a hyphen, or is a wallet's own; those of browsers are none of them.
  return !/^(javascript|data|vbscript|file|blob|about|view-source|filesystem):$/u.test(protocol);
}

/** How a person is told where an answer goes: the host, or the scheme of an application on their device. */
export function goesTo(address: string): string {
  const { protocol, host } = new URL(address);
  return host === '' ? protocol.replace(/:$/u, '') : host;
}
