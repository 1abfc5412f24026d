import { z } from 'zod';
import { date } from '../catalogue/schema.ts';
import { paging } from '../http/paging.ts';

const name = z.string().min(1).max(64);
const words = z.record(z.string(), z.string());
const line = z.object({ code: z.string(), text: z.string() });
/** Digits that a JSON number would round, and more than any id has, are refused before they are asked for. */
const creditId = z.string().regex(/^[1-9][0-9]{0,15}$/);

export const place = z.object({ framework: z.string().regex(/^[a-z]{2,8}$/), bank: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) });

const party = z.object({ id: z.string(), name: z.string() });
const size = z.object({ minutes: z.int(), amount: z.string() });

export const bankSummary = z
  .object({
    framework: z.string(),
    bank: z.string(),
    title: words,
    unit: z.object({ name: z.string(), minutes: z.int(), step: z.int() }),
    shelfLifeYears: z.int(),
    source: z.string(),
    kinds: z.array(z.string()),
    levels: z.array(z.string()),
    awards: z.array(z.object({ id: z.string(), title: words })),
    institutions: z.array(party.extend({ awards: z.array(z.string()), from: date, to: date.nullable() })),
  })
  .meta({ id: 'CreditBank', description: 'A bank of credits: its rules are data of the framework; sizes are whole minutes.' });
export const bankList = z.object({ items: z.array(bankSummary) });

/** Evidence is named by links until an evidence store is there. */
const evidence = z
  .array(z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(2000))
  .max(20)
  .default([]);

export const depositRow = z
  .strictObject({
    learner: z.strictObject({
      nsn: z.string().regex(/^[0-9]{9,10}$/),
      familyName: z.string().max(200),
      givenNames: z.string().max(200),
      birthDate: date.nullable(),
    }),
    reference: z.string().min(1).max(100),
    code: z.string().min(1).max(64),
    title: z.string().min(1).max(300),
    kind: name.default('course'),
    level: z.string().max(20).nullable().default(null),
    credits: z
      .string()
      .regex(/^[0-9]{1,6}(\.[0-9]{1,3})?$/)
      .meta({ description: 'In the unit of the framework, such as "0.25".' }),
    earned: date,
    validYears: z
      .int()
      .min(1)
      .max(100)
      .exactOptional()
      .meta({ description: 'Fewer years than the bank allows; absent: as many.' }),
    mode: z.enum(['assessed', 'rpl']).default('assessed'),
    evidence,
  })
  .meta({ id: 'CreditDeposit' });
export type DepositRow = z.infer<typeof depositRow>;

export const depositBody = z.strictObject({ rows: z.array(depositRow).min(1).max(500) });
export const depositAnswer = z
  .object({
    rows: z.int(),
    deposited: z.int(),
    duplicates: z.int(),
    rejected: z.array(z.object({ row: z.int(), code: z.string(), message: z.string() })),
    credits: z.array(z.object({ reference: z.string(), id: z.string() })),
  })
  .meta({ id: 'CreditDepositAnswer' });

export const institutionParams = place.extend({ organisation: z.string().min(1).max(100) });
export const institutionBody = z.strictObject({
  awards: z.array(name).max(100).default([]),
  from: date,
  to: date.nullable().default(null),
});

const credit = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  kind: z.string(),
  level: z.string().nullable(),
  size,
  earned: date,
  until: date,
  mode: z.enum(['assessed', 'rpl']),
  evidence: z.array(z.string()),
  givenBy: party,
  at: party.nullable(),
  state: z.enum(['usable', 'lapsed', 'redeemed']),
  award: z.string().nullable(),
});

export const holdings = z
  .object({
    framework: z.string(),
    bank: z.string(),
    title: words,
    unit: z.object({ name: z.string(), minutes: z.int(), step: z.int(), one: words, many: words }),
    shelfLifeYears: z.int(),
    on: date,
    usable: size,
    redeemed: size,
    lapsed: size,
    at: z.array(z.object({ institution: party, size })),
    nextToLapse: z.object({ on: date, size }).nullable(),
    credits: z.array(credit),
    options: z.array(
      z.object({
        award: z.string(),
        title: words,
        institution: party,
        eligible: z.boolean(),
        have: size,
        missing: size,
        toTransfer: z.int(),
      }),
    ),
    portfolios: z.array(
      z.object({ credit: z.string(), award: z.string(), title: z.string(), eligible: z.boolean(), lines: z.array(line) }),
    ),
    institutions: z.array(party),
  })
  .meta({ id: 'BankHoldings', description: 'What a learner holds in a bank of credits, and what it can be redeemed for today.' });

export const decisionQuery = z.object({ award: name, institution: z.string().min(1).max(100) });
export const decisionView = z
  .object({
    award: z.string(),
    title: words,
    institution: party,
    eligible: z.boolean(),
    on: date,
    version: z.string(),
    credits: z.array(
      z.object({ id: z.string(), code: z.string(), title: z.string(), size, givenBy: party, at: party, until: date }),
    ),
    toTransfer: z.array(z.string()),
    debit: size,
    gates: z.array(
      z.object({
        gate: z.enum(['size', 'at-level', 'cap', 'parts']),
        on: z.string().optional(),
        percent: z.int().optional(),
        need: z.int().optional(),
        most: z.int().optional(),
        have: z.int(),
        met: z.boolean(),
      }),
    ),
    lines: z.array(line),
  })
  .meta({ id: 'RedemptionDecision' });

const credits = z.array(creditId).min(1).max(500);
export const transferBody = z.strictObject({ to: z.string().min(1).max(100), credits });
export const redemptionBody = z
  .strictObject({ award: name, institution: z.string().min(1).max(100), credits })
  .meta({ description: 'Credits are those that the decision counted: what is debited is what was seen.' });
export const made = z.object({ id: z.string() });

export const statement = z
  .object({
    type: z.literal('BankStatement'),
    version: z.literal(1),
    framework: z.string(),
    bank: z.string(),
    unit: z.string(),
    on: date,
    lines: z.array(
      z.object({
        on: date,
        entry: z.string().nullable(),
        kind: z.enum(['deposit', 'transfer', 'redeem', 'lapse']),
        credit: z.string(),
        code: z.string(),
        title: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        award: z.string().nullable(),
        minutes: z.int(),
        change: z.int(),
        balance: z.int(),
        amount: z.string(),
        balanceAmount: z.string(),
      }),
    ),
    balance: z.int(),
  })
  .meta({ id: 'BankStatement', description: 'Oldest first; sizes are whole minutes, amounts are in the unit of the framework.' });

export const seenPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      reference: z.string().nullable(),
      code: z.string(),
      title: z.string(),
      kind: z.string(),
      size,
      earned: date,
      until: date,
      learner: z.string(),
      givenBy: party,
      at: party.nullable(),
      state: z.enum(['usable', 'lapsed', 'redeemed']),
      award: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});
export const seenQuery = z.object(paging);

export const entryPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['deposit', 'transfer', 'redeem']),
      on: date,
      learner: z.string(),
      from: party.nullable(),
      award: z.string().nullable(),
      size,
      titles: z.array(z.string()),
    }),
  ),
  next: z.string().nullable(),
});
export const entryQuery = z.object({ ...paging, kind: z.enum(['deposit', 'transfer', 'redeem']).optional() });

export const ledgerList = z
  .object({
    banks: z.array(place.extend({ title: words })),
    accounts: z.array(z.object({ id: z.string(), framework: z.string(), title: words })),
  })
  .meta({ id: 'OwnLedgers' });
