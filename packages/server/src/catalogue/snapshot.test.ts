import { isCovered } from '@recognition/recognition';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/test-database.ts';
import { loadDemonstrationCatalogue } from '../demonstration/catalogue/load.ts';
import { testServices } from '../test-services.ts';
import { type CatalogueSnapshot, loadSnapshot } from './snapshot.ts';

let at: TestDatabase;
let snapshot: CatalogueSnapshot;
beforeAll(async () => {
  at = await testDatabase();
  await loadDemonstrationCatalogue(testServices(at));
  snapshot = await loadSnapshot(testServices(at));
});
afterAll(() => at.end());

const record = (id: string) => snapshot.toRecordOutcome(snapshot.outcomeByPublicId(id)?.outcome_id ?? -1);

test('of two versions, the newest that may be assessed on the day is in force', () => {
  expect(snapshot.byCode('HE05').map(({ version }) => version)).toEqual([1, 2]);
  const versions = ['2015-12-31', '2020-01-01', '2022-01-01', '2024-01-01'].map(
    (date) => snapshot.inForce('HE05', date)?.version,
  );
  expect(versions).toEqual([undefined, 1, 2, 2]);
});

test('a standard is found by its code and has all its members', () => {
  const group = record('demo-ci07-v1').group;
  expect(group).not.toBeNull();
  const members = snapshot.groupMembers(group?.lineage ?? '').map(({ code }) => code);
  expect(members).toEqual(['CI07', 'CI08']);
  expect(snapshot.groupMembers(group?.id ?? '')).toHaveLength(group?.members ?? 0);
});

test('an exclusion is read both ways', () => {
  expect([record('demo-pc10-v1').excludes, record('demo-pc09-v1').excludes]).toEqual([['PC09'], ['PC10']]);
});

test('an organisation comes with the consent that decides whether it counts', () => {
  const key = snapshot.organisationByPublicId('demo-lancewood')?.organisation_id ?? -1;
  const { name, accreditations } = snapshot.toRecordOrganisation(key);
  expect(name).toBe('Lancewood Training');
  const covered = ['2023-06-30', '2023-07-01'].map((date) => isCovered(accreditations, record('demo-ss01-v1'), date));
  expect(covered).toEqual([true, false]);
});

test('an outcome that is not there is an error, not a guess', () => {
  expect(() => snapshot.toRecordOutcome(999_999)).toThrow(RangeError);
});
