import { FIELDS } from '@recognition/recognition';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OutcomeDocument, Text } from '../document.ts';
import type { ReadCatalogue } from '../import/read-catalogue.ts';
import { readCase } from './read-case.ts';
import { readCtdl } from './read-ctdl.ts';
import { readCtdlAsn } from './read-ctdl-asn.ts';
import { type CaseOutcome, caseItem } from './write-case.ts';
import { ctdlOutcome, ctdlOrganisation } from './write-ctdl.ts';
import { asnFramework, asnOutcome } from './write-ctdl-asn.ts';

const publisher = { url: 'https://record.example/nz', name: 'Invented Authority' };

const id = fc.stringMatching(/^[A-Za-z0-9._:-]{1,20}$/);
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) =>
    text
      .normalize('NFC')
      .replaceAll(/\p{Cc}/gu, '')
      .trim(),
  )
  .filter((text) => text !== '');
const text: fc.Arbitrary<Text> = fc.record({ text: words, lang: fc.constantFrom('en', 'mi', 'en-NZ') });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const skill = fc.record({
  uri: fc.webUrl(),
  scheme: fc.oneof(words, fc.constant('https://skills.example/scheme')),
  label: words,
  relation: fc.constantFrom('earns' as const, 'competent' as const, 'showcases' as const),
  proficiency: orNull(words),
});
const outcome: fc.Arbitrary<CaseOutcome> = fc
  .record({
    id,
    code: words,
    version: orNull(fc.integer({ min: 1, max: 999 })),
    name: words,
    credits: orNull(fc.integer({ min: 0, max: 999 })),
    level: orNull(fc.integer({ min: 1, max: 10 })),
    field: orNull(fc.constantFrom(...FIELDS)),
    subfield: orNull(words),
    domain: orNull(words),
    lineage: id,
    accredited: fc.boolean(),
    group: orNull(
      fc.record({ id, lineage: id, credits: fc.integer({ min: 1, max: 40 }), members: fc.integer({ min: 1, max: 9 }) }),
    ),
    lastAssessment: orNull(day),
    size: orNull(fc.record({ minutes: fc.integer({ min: 0, max: 6000 }), amount: words, unit: words })),
    kind: orNull(words),
    creditBearing: fc.boolean(),
    levelLabel: orNull(words),
    developer: orNull(id),
    assessments: fc.array(text, { maxLength: 3 }),
    theory: fc.array(text, { maxLength: 3 }),
    practice: fc.array(text, { maxLength: 3 }),
    skills: fc.uniqueArray(skill, { maxLength: 3, selector: ({ uri, relation }) => `${uri} ${relation}` }),
    status: fc.constantFrom('draft' as const, 'published' as const, 'expiring' as const, 'legacy' as const),
    registered: orNull(day),
    gradesAvailable: fc.subarray(['achieved', 'merit', 'excellence']),
    excludes: fc.uniqueArray(id, { maxLength: 2 }),
    replaces: orNull(
      fc.record({ lineage: id, category: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const) }),
    ),
    changedAt: fc.constant('2026-11-29T00:00:00Z'),
  })
  .map((one) => ({
    ...one,
    group: one.group?.lineage === one.lineage ? null : one.group,
  }))
  .map((one) => ({
    ...one,
    excludes: one.excludes.filter((lineage) => lineage !== one.lineage && lineage !== one.group?.lineage),
    credits: one.group === null ? one.credits : 0,
  }));

const file = (value: unknown) => ({ name: 'file.json', bytes: Buffer.from(JSON.stringify(value)) });
// Every developer is one that the catalogue has.
const held = async (ids: readonly string[]) => ids.map((one) => ({ id: one, name: one, kind: 'other', accreditations: [] }));

/** An outcome that a reading of nothing more than its id, code and name would give. */
function bare({ id: own, code, name }: OutcomeDocument): OutcomeDocument {
  return {
    id: own,
    code,
    name,
    version: null,
    credits: null,
    level: null,
    field: null,
    subfield: null,
    domain: null,
    lineage: own,
    accredited: false,
    excludes: [],
    group: null,
    lastAssessment: null,
    size: null,
    kind: null,
    creditBearing: true,
    levelLabel: null,
    developer: null,
    assessments: [],
    theory: [],
    practice: [],
    skills: [],
    status: 'draft',
    registered: null,
    replaces: null,
    gradesAvailable: [],
  };
}

function onlyOutcome(read: ReadCatalogue): OutcomeDocument | undefined {
  expect(read.rejected).toEqual([]);
  return read.outcomes[0]?.outcome;
}

const byLanguage = (texts: readonly Text[]): readonly Text[] => [...Map.groupBy(texts, ({ lang }) => lang).values()].flat();

test('CTDL: what both can say comes back', async () => {
  await fc.assert(
    fc.asyncProperty(outcome, async (one) => {
      const { version, level, field, subfield, domain, lineage, lastAssessment, creditBearing, developer, registered } = one;
      const owner = developer === null ? [] : [ctdlOrganisation({ id: developer, name: developer }, publisher)];
      const graph = { '@graph': [...owner, ctdlOutcome(one, publisher)] };
      expect(onlyOutcome(await readCtdl(file(graph), held, undefined))).toEqual({
        ...bare(one),
        version,
        level,
        field,
        subfield,
        domain,
        lineage,
        lastAssessment,
        creditBearing,
        developer,
        registered,
        credits: one.group === null ? one.credits : null,
        assessments: byLanguage(one.assessments),
        skills: (['earns', 'competent'] as const).flatMap((relation) =>
          one.skills.filter((each) => each.relation === relation).map((each) => ({ ...each, proficiency: null })),
        ),
      });
    }),
  );
});

test('CTDL-ASN: what both can say comes back', async () => {
  await fc.assert(
    fc.asyncProperty(outcome, async (one) => {
      const { version, level, field, lineage, kind, developer, theory, practice } = one;
      const graph = { '@graph': [asnFramework(publisher), ...asnOutcome(one, publisher)] };
      expect(onlyOutcome(await readCtdlAsn(file(graph), held, undefined))).toEqual({
        ...bare(one),
        version,
        level,
        field,
        lineage,
        kind,
        developer,
        theory,
        practice,
      });
    }),
  );
});

test('CASE: everything but the status comes back, for CASE 1.1 has a place for what it has no term for', async () => {
  await fc.assert(
    fc.asyncProperty(outcome, async (one) => {
      const { changedAt: _, ...document } = one;
      const read = await readCase(file({ CFItems: [caseItem(one, publisher)] }), held, undefined);
      expect(onlyOutcome(read)).toEqual({ ...document, status: 'draft' });
    }),
  );
});
