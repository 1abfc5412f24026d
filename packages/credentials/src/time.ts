const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;

/** Milliseconds since 1970 of an XSD dateTimeStamp (RFC 3339 with its zone), or null if it is none or names a day that does not exist. */
export function instant(value: unknown): number | null {
  const parts = typeof value === 'string' && value.length <= 40 ? RFC3339.exec(value) : null;
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days) return null;
  const milliseconds = Date.parse(String(value));
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** The same, where a time without its zone means UTC, as Data Integrity 1.0 (section 2.1) lets a verifier read `created` and `expires`. */
export function instantOrUtc(value: unknown): number | null {
  return typeof value === 'string' && !/(?:Z|[+-]\d{2}:\d{2})$/u.test(value) ? instant(`${value}Z`) : instant(value);
}
