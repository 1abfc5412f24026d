/** A status of an outcome that has words here. */
export function known(status: string): 'draft' | 'in-review' | 'published' | 'expiring' | 'discontinued' | 'legacy' {
  return status === 'in-review' ||
    status === 'published' ||
    status === 'expiring' ||
    status === 'discontinued' ||
    status === 'legacy'
    ? status
    : 'draft';
}
