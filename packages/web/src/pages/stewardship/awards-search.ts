export const AWARD_STATUSES = ['live', 'suspended', 'superseded', 'withdrawn', 'revoked'] as const;

/** What a steward looks for among the awards, as the address has it. */
export interface AwardsSearch {
  readonly id?: string;
  readonly status?: (typeof AWARD_STATUSES)[number];
  readonly major?: string;
  readonly policyVersion?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Reads a search out of an address or a form; what it does not know is left out. */
export function readAwardsSearch(search: Readonly<Record<string, unknown>>): AwardsSearch {
  const text = (name: string, shape: RegExp): string | undefined => {
    const value = search[name];
    const written = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    return shape.test(written) ? written : undefined;
  };
  const id = text('id', /^[0-9A-Za-z-]{1,24}$/)?.toUpperCase();
  const status = AWARD_STATUSES.find((one) => one === search['status']);
  const major = text('major', /^[a-z-]{1,64}$/);
  const policyVersion = text('policyVersion', /^[0-9.]{1,20}$/);
  const from = text('from', /^\d{4}-\d{2}-\d{2}$/);
  const to = text('to', /^\d{4}-\d{2}-\d{2}$/);
  return {
    ...(id === undefined ? {} : { id }),
    ...(status === undefined ? {} : { status }),
    ...(major === undefined ? {} : { major }),
    ...(policyVersion === undefined ? {} : { policyVersion }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
