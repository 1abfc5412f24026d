import { z } from 'zod';
import { bundle, bundlingOf, claimable, packageOf, rebundle, supplementMost } from '../../compose/index.ts';
import { DecisionError } from '../../award/decision-error.ts';
import { type BankEntry, EMPTY_BANK, post, statementOf } from '../../ledger/credit-bank.ts';
import type { RecognitionRecord } from '../../record/portable-record.ts';
import { type AccountEntry, accountStatement, EMPTY_ACCOUNT, enter } from '../../ledger/learning-account.ts';
import { convertSize } from '../../size/convert.ts';
import { needsNewApproval } from '../changes.ts';
import { checkDefinition } from '../checks/index.ts';
import { decide } from '../decide/index.ts';
import { definitionFile } from '../definition.ts';
import { standingInRole } from '../job-role.ts';
import { versionInForce } from '../load.ts';
import type { RecognitionFramework, Spoken } from '../schema.ts';
import { explain, languagesOf } from '../words/index.ts';
import { caseFile, type CaseFile, type WorkedCase } from './case-file.ts';
import { differences } from './differences.ts';
import { recordOf } from './record-of.ts';

export type { CaseFile, WorkedCase } from './case-file.ts';

/** Reads a file of worked cases. Throws a ZodError with the path when it has another form. */
export const readCases = (json: unknown): CaseFile => caseFile.parse(json);

/** What a case says otherwise than the engine, in sentences; empty when they agree. */
export function runCase(framework: RecognitionFramework, given: WorkedCase): readonly string[] {
  try {
    return given.do === 'decide' ? decided(framework, given) : differences(given.expect, answerOf(framework, given));
  } catch (error) {
    if (error instanceof DecisionError) return differences(given.expect, { refused: error.code });
    throw error;
  }
}

/** A case is run again and again while a framework's file is changed; its record stays. */
const records = new WeakMap<WorkedCase, RecognitionRecord>();

function decided(framework: RecognitionFramework, given: Extract<WorkedCase, { do: 'decide' }>): readonly string[] {
  const { asOf, policy, supersedes, institution, definition, definitions, recordUnit } = given;
  const record = records.get(given) ?? recordOf(given.holds, given.unaccredited);
  records.set(given, record);
  const decision = decide(framework, given.award, record, {
    ...(asOf === undefined ? {} : { asOf }),
    ...(policy === undefined ? {} : { policy }),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(institution === undefined ? {} : { institution }),
    ...(definition === undefined ? {} : { definition }),
    ...(recordUnit === undefined ? {} : { recordUnit }),
    definitions,
  });
  const found = [...differences(given.expect, decision)];
  const languages = languagesOf(framework);
  for (const language of languages) {
    const lines = explain(framework, decision, record, language, definitions).map(({ text }) => text);
    const wanted = given.says[language];
    if (wanted !== undefined && !lines.includes(wanted))
      found.push(`${language} does not say “${wanted}”, but: ${lines.join(' ')}`);
  }
  const silent = Object.keys(given.says).filter((one) => !languages.some((language: Spoken) => language === one));
  return [...found, ...silent.map((language) => `${framework.id} is not explained in ${language}`)];
}

const header = definitionFile.omit({ parts: true, minutes: true });
const course = z.strictObject({ minutes: z.int(), terms: z.record(z.string(), z.string()) });
const roleSkill = z.strictObject({ skill: z.string(), scale: z.string(), level: z.string() });
const heldSkill = z.strictObject({ skill: z.string(), level: z.string() });

function answerOf(framework: RecognitionFramework, given: Exclude<WorkedCase, { do: 'decide' }>): unknown {
  switch (given.do) {
    case 'check': {
      const { definition, others, asOf, version } = given;
      return checkDefinition(framework, definition, {
        others,
        ...(asOf === undefined ? {} : { asOf }),
        ...(version === undefined ? {} : { version }),
      }).map(({ check, path }) => `${check} ${path}`);
    }
    case 'in-force': {
      const award = framework.awards.find(({ id }) => id === given.award);
      return award === undefined ? 'no such award' : (versionInForce(award, given.on)?.version ?? null);
    }
    case 'levels':
      return Object.fromEntries(framework.levels.map(({ label, eqf }) => [label, eqf]));
    case 'convert':
      return convertSize(given.minutes, framework, given.kind);
    case 'claimable': {
      const standings = claimable(framework, given.definitions, new Map(Object.entries(given.holds)));
      return Object.fromEntries(standings.map(({ definition, missing }) => [definition, missing]));
    }
    case 'bundle': {
      const head = header.parse(given.header);
      return given.again
        ? rebundle(head, given.from)
        : bundle(
            head,
            given.from.map(({ parts }) => parts),
          );
    }
    case 'bundling': {
      const [a, b] = given.from;
      return a === undefined || b === undefined ? null : bundlingOf(a, b);
    }
    case 'package':
      return packageOf(framework, given.courses, given);
    case 'supplement':
      return supplementMost(framework, given.days, given.year);
    case 'bank':
      return banked(framework, given);
    case 'account':
      return entered(framework, given);
    case 'change':
      return needsNewApproval(framework, course.parse(given.before), course.parse(given.after));
    case 'role': {
      const role = {
        sector: 'Invented',
        track: 'Invented',
        role: 'Invented',
        functions: [],
        skills: given.skills.map((one) => roleSkill.parse(one)),
      };
      return Object.fromEntries(
        standingInRole(
          framework,
          role,
          given.held.map((one) => heldSkill.parse(one)),
        ).map(({ skill, short }) => [skill, short]),
      );
    }
  }
}

const credit = z.strictObject({
  id: z.string(),
  outcome: z.string(),
  minutes: z.number(),
  earned: z.string(),
  validYears: z.number().exactOptional(),
});
const entryBase = { id: z.string(), on: z.string() };
const bankEntry: z.ZodType<BankEntry> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...entryBase,
    kind: z.literal('deposit'),
    by: z.union([z.strictObject({ institution: z.string() }), z.strictObject({ learner: z.literal(true) })]),
    credits: z.array(credit),
  }),
  z.strictObject({ ...entryBase, kind: z.literal('transfer'), to: z.string(), credits: z.array(z.string()) }),
  z.strictObject({
    ...entryBase,
    kind: z.literal('redeem'),
    institution: z.string(),
    award: z.string(),
    credits: z.array(z.string()),
  }),
]);
const accountEntry: z.ZodType<AccountEntry> = z.discriminatedUnion('kind', [
  z.strictObject({ ...entryBase, kind: z.literal('grant'), grant: z.string(), age: z.number() }),
  z.strictObject({ ...entryBase, kind: z.literal('reserve'), programme: z.string(), cents: z.number() }),
  z.strictObject({ ...entryBase, kind: z.literal('spend'), reservation: z.string() }),
  z.strictObject({ ...entryBase, kind: z.literal('release'), reservation: z.string() }),
]);

function banked({ accounts }: RecognitionFramework, given: Extract<WorkedCase, { do: 'bank' }>): unknown {
  const bank = accounts.find((one) => one.rule === 'credit-bank');
  if (bank === undefined) return 'no bank';
  let state = EMPTY_BANK;
  const codes: string[] = [];
  for (const entry of given.entries) {
    const posted = post(bank, state, bankEntry.parse(entry));
    if (posted.ok) state = posted.state;
    codes.push(posted.ok ? (posted.repeated ? 'repeated' : 'ok') : posted.code);
  }
  return { codes, statement: statementOf(state, given.on) };
}

function entered({ accounts }: RecognitionFramework, given: Extract<WorkedCase, { do: 'account' }>): unknown {
  const account = accounts.find((one) => one.rule === 'learning-account');
  if (account === undefined) return 'no account';
  let state = EMPTY_ACCOUNT;
  const codes: string[] = [];
  for (const entry of given.entries) {
    const done = enter(account, state, accountEntry.parse(entry), new Set(given.listed));
    if (done.ok) state = done.state;
    codes.push(done.ok ? (done.repeated ? 'repeated' : 'ok') : done.code);
  }
  return { codes, statement: accountStatement(state, given.on) };
}
