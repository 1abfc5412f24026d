/** What is kept how long, on which ground. The table `operations.retention` shows the same to whoever asks the database. */
export interface RetentionRule {
  readonly data: string;
  readonly basis: string;
  /** An interval of PostgreSQL's; null: kept for ever. */
  readonly period: string | null;
  /** Removes what is older than `$1`; null where nothing is removed. */
  readonly remove: string | null;
}

/** What is kept for as long as what it stands for: nothing removes it. */
export const KEPT_FOR_EVER: readonly RetentionRule[] = [
  {
    data: 'results and awards',
    basis: 'Public Records Act 2005: records of achievement are permanent',
    period: null,
    remove: null,
  },
  {
    data: 'disputes and statements',
    basis: 'Privacy Act 2020, section 64: a statement stays as long as the line it stands beside',
    period: null,
    remove: null,
  },
  {
    data: 'banked credits and learning accounts',
    basis: 'a ledger is whole or proves nothing: what was redeemed or spent can be shown for ever',
    period: null,
    remove: null,
  },
  {
    data: 'evidence of learners',
    basis: 'Privacy Act 2020, IPP 9: until the learner removes it; an hourly job takes files that no row names any more',
    period: null,
    remove: null,
  },
  {
    data: 'recognition of prior learning and credit transfer',
    basis: 'Public Records Act 2005: what a result stands on, as long as the result',
    period: null,
    remove: null,
  },
  { data: 'decision evidence', basis: 'an award can be shown to be right for ever', period: null, remove: null },
  {
    data: 'authorities to act for a learner',
    basis: 'Privacy Act 2020, IPP 9: what was done under one names it, for as long as that is kept',
    period: null,
    remove: null,
  },
  {
    data: 'packages made for employers',
    basis: 'what two organisations agreed on; nobody who learns is named in it',
    period: null,
    remove: null,
  },
  {
    data: 'counts of how outcomes were taught, and what providers say of their teaching',
    basis: 'counted anew each day, and no line is a person; what a provider says stands until it says otherwise',
    period: null,
    remove: null,
  },
  {
    data: 'how many people hold a skill, by region',
    basis: 'not about a person: no number under ten, the rest rounded; counted anew each day',
    period: null,
    remove: null,
  },
  {
    data: 'plans that learners keep',
    basis: 'Privacy Act 2020, IPP 9: for as long as the learner keeps them',
    period: null,
    remove: null,
  },
  {
    data: 'badges of other issuers, and profiles',
    basis: 'Privacy Act 2020, IPP 9: until the learner removes them',
    period: null,
    remove: null,
  },
];
