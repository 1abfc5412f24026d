import type { Say } from '../../language/index.ts';

/** A level in words; empty where there is none. */
export function levelOf(t: Say, level: number | null): string {
  return level === null ? '' : t('rpl.level', { level });
}

/** A size of a file in words. */
export function sizeOf(t: Say, bytes: number | null): string {
  if (bytes === null) return '';
  return bytes < 1024 * 1024
    ? t('evidence.kb', { size: Math.max(1, Math.round(bytes / 1024)) })
    : t('evidence.mb', { size: Math.round(bytes / 1024 / 1024) });
}
