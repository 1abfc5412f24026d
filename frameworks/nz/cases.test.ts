import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkTitle, decide, decideSelection, nz, parseRecord } from '../../packages/recognition/src/index.ts';

interface Expected {
  readonly eligible?: boolean;
  readonly credits?: number;
  readonly counted?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly majors?: readonly string[];
  readonly majorsInclude?: readonly string[];
  readonly majorsExclude?: readonly string[];
  readonly optionMajors?: readonly (string | null)[];
  readonly excluded?: Readonly<Record<string, string>>;
  readonly missing?: object;
  readonly unusable?: string;
  readonly selection?: { readonly select: readonly string[]; readonly valid: boolean; readonly majors: readonly string[] };
  readonly title?: Readonly<Record<string, readonly string[]>>;
  readonly twice?: boolean;
  readonly anyName?: boolean;
  readonly silentAbout?: string;
}
interface Case {
  readonly case: string;
  readonly name: string;
  readonly options?: { readonly asOf?: string; readonly supersedes?: string };
  readonly accreditedTo?: string;
  readonly outcomes: readonly { readonly id: string }[];
  readonly achievements: readonly { readonly id: string }[];
  readonly expect: Expected;
}
const file: { readonly cases: readonly Case[] } = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));

/** The case's record with everything that a case leaves out because it does not matter to it. */
function recordOf(given: Case, learner = 'Invented Learner'): unknown {
  return {
    type: 'RecognitionRecord',
    version: 1,
    learner: { id: 'x1', name: learner },
    organisations: [
      {
        id: 'org-1',
        name: 'Invented Training',
        kind: 'provider',
        accreditations: [{ from: '2000-01-01', to: given.accreditedTo ?? null, scope: [{ kind: 'all' }] }],
      },
    ],
    outcomes: given.outcomes.map((outcome) => ({
      code: outcome.id,
      version: 1,
      name: `Outcome ${outcome.id}`,
      level: 3,
      subfield: null,
      domain: null,
      lineage: outcome.id,
      accredited: true,
      excludes: [],
      group: null,
      lastAssessment: null,
      ...outcome,
    })),
    achievements: given.achievements.map((achievement) => ({
      provider: 'org-1',
      result: 'achieved',
      mode: 'assessed',
      originalDate: null,
      source: null,
      status: 'confirmed',
      usedIn: [],
      alsoCountedIn: [],
      ...achievement,
    })),
  };
}

test('every case A1 to A34 of the ambiguities has a worked case', () => {
  const named = new Set(file.cases.map((one) => one.case));
  expect(Array.from({ length: 34 }, (_, at) => `A${at + 1}`).filter((name) => !named.has(name))).toEqual([]);
});

describe('worked cases', () => {
  for (const given of file.cases) {
    test(`${given.case} ${given.name}`, () => {
      const { expect: wanted } = given;
      const parsed = parseRecord(recordOf(given));
      if (wanted.unusable !== undefined) {
        expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toContain(wanted.unusable);
        return;
      }
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      for (const [title, words] of Object.entries(wanted.title ?? {})) {
        expect(checkTitle(title).map(({ text }) => /“(.*)”/.exec(text.en)?.[1])).toEqual(words);
      }
      const options = given.options ?? {};
      if (wanted.selection !== undefined) {
        const { select, ...answer } = wanted.selection;
        expect(decideSelection(nz, 'alq', parsed.record, { ...options, select }).selection).toMatchObject(answer);
      }
      const decision = decide(nz, 'alq', parsed.record, options);
      const first = decision.options[0];
      const majors = decision.options.flatMap(({ major }) => (major === null ? [] : [major]));
      if (wanted.eligible !== undefined) expect(decision.eligible).toBe(wanted.eligible);
      for (const part of ['credits', 'counted', 'from', 'to'] as const)
        if (wanted[part] !== undefined) expect(first?.[part]).toEqual(wanted[part]);
      if (wanted.majors !== undefined) expect(majors).toEqual(wanted.majors);
      for (const field of wanted.majorsInclude ?? []) expect(majors).toContain(field);
      for (const field of wanted.majorsExclude ?? []) expect(majors).not.toContain(field);
      if (wanted.optionMajors !== undefined) expect(decision.options.map(({ major }) => major)).toEqual(wanted.optionMajors);
      if (wanted.excluded !== undefined) {
        expect(Object.fromEntries(decision.excluded.map(({ achievement, reason }) => [achievement, reason]))).toEqual(
          wanted.excluded,
        );
      }
      if (wanted.missing !== undefined) expect(decision.missing).toEqual(wanted.missing);
      if (wanted.twice === true) expect(decide(nz, 'alq', parsed.record, options)).toEqual(decision);
      if (wanted.silentAbout !== undefined) expect(JSON.stringify(decision)).not.toContain(wanted.silentAbout);
      if (wanted.anyName === true) {
        const renamed = parseRecord(recordOf(given, 'Hēni Kōwhai'));
        expect(renamed.ok && decide(nz, 'alq', renamed.record, options)).toEqual(decision);
      }
    });
  }
});
