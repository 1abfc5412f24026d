/** Searches of one employer, all of its people together: enough to work with, too few to try combinations by the thousand. */
export const SEARCHES = { bucket: 'found-search', calls: 100, seconds: 86_400 } as const;
/** Approaches of one employer. */
export const APPROACHES = { bucket: 'found-approach', calls: 10, seconds: 86_400 } as const;
/** Looks of one learner at what employers would see. */
export const PREVIEWS = { bucket: 'found-preview', calls: 60, seconds: 3600 } as const;
/** How long an approach waits for an answer, in days. */
export const WAITS_DAYS = 14;
/** For how long an employer does not approach the same person again, in days. */
export const AGAIN_DAYS = 90;
/** As many people as one approach may reach. */
export const MOST_APPROACHED = 50;
/** For how long somebody may be found before they are asked again, in days. */
export const LONGEST_DAYS = 366;
