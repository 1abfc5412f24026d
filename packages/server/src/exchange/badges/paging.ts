import { z } from 'zod';

/** Which part of a list is asked for: fifty at a time where nothing is said. */
export const numbers = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  since: z.iso.datetime({ offset: true }).nullable().default(null),
});

/** The pages around this one (RFC 8288; Open Badges 3.0, section 6.4): first and last always, next and prev where they are. */
export function linksOf(address: string, { limit, offset, since }: z.infer<typeof numbers>, total: number): string {
  const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit;
  const to = (from: number, rel: string): string => {
    const page = new URLSearchParams({ limit: String(limit), offset: String(from), ...(since === null ? {} : { since }) });
    return `<${address}?${page.toString()}>; rel="${rel}"`;
  };
  return [
    ...(offset + limit < total ? [to(offset + limit, 'next')] : []),
    to(last, 'last'),
    to(0, 'first'),
    ...(offset > 0 ? [to(Math.max(0, offset - limit), 'prev')] : []),
  ].join(', ');
}
