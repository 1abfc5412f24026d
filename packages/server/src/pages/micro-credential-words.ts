import { type Language, type Say, sayer } from '@recognition/web/language';
import { escapeHtml } from '@recognition/web/stack-still';

/** The texts of a micro-credential in the order of rule 6, then what NZQA asks for beside them. */
export const TEXTS = [
  'use',
  'relevance',
  'skills',
  'educationPathway',
  'employmentPathway',
  'need',
  'assessment',
  'titleReason',
] as const;

/** What the pages of micro-credentials say things with: plain, and safe within HTML. */
export function wording(language: Language) {
  const t = sayer(language);
  return {
    t,
    e: (key: Parameters<Say>[0], values?: Parameters<Say>[1]): string => escapeHtml(t(key, values)),
    /** The address of one of its pages, with the language kept. */
    to: (path: string, search: Readonly<Record<string, string>> = {}): string =>
      escapeHtml(`/micro-credentials${path}?${String(new URLSearchParams({ ...search, lang: language }))}`),
    section: (id: string, title: string, content: string, lead = ''): string =>
      `<section class="sec" aria-labelledby="${id}"><header><h2 class="h2" id="${id}">${escapeHtml(title)}</h2>${lead === '' ? '' : `<p class="small muted">${escapeHtml(lead)}</p>`}</header>${content}</section>`,
  };
}

/** Where one version has its page. */
export const placeOf = ({ code, version }: { readonly code: string; readonly version: number }): string =>
  `/${encodeURIComponent(code)}/${version}`;
