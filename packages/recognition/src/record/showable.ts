import type { Achievement } from './portable-record.ts';

/** A result may be shown, and stands for skills, when it was achieved and has not been withdrawn since. */
export function isShowable({ status, result }: Pick<Achievement, 'status' | 'result'>): boolean {
  return status !== 'withdrawn' && result !== 'not-achieved';
}
