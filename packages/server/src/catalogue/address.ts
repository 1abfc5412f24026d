/** Where a version of an outcome stands in the public catalogue: the page; `.md` behind it is the same as Markdown. */
export function outcomeAddress(
  url: string,
  { code, version }: { readonly code: string; readonly version: number | null },
): string {
  return `${url}/catalogue/${encodeURIComponent(code)}/${version ?? 'unstated'}`;
}
