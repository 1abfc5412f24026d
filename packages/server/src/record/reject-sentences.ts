/** What is said of a rejected row: what is wrong, and what mends it. Never a value of the row: it may be a number of a person. */
export interface RejectSentences {
  readonly message: { readonly en: string; readonly mi: string };
  readonly fix: { readonly en: string; readonly mi: string };
}

/** What is wrong and what mends it, in both languages. */
export const sentences = (en: string, mi: string, fixEn: string, fixMi: string): RejectSentences => ({
  message: { en, mi },
  fix: { en: fixEn, mi: fixMi },
});

export const SEND_AGAIN_EN = 'Correct the row and send it again.';
export const SEND_AGAIN_MI = 'Whakatikahia te rārangi, ka tuku anō ai.';
export const DATE_FIX_EN = 'Write dates as year-month-day, such as 2026-03-02.';
export const DATE_FIX_MI = 'Tuhia ngā rā hei tau-marama-rā, pērā i te 2026-03-02.';
