import { addWorkingDays } from '@recognition/recognition';
import { frameworks, layOut } from '@recognition/recognition/frameworks';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { act, propose } from '../course-package/act.ts';
import { coursesOf, factsOf } from '../course-package/courses.ts';
import type { Party } from '../course-package/party.ts';
import { openForRequest, saveDraft } from '../course-package/write.ts';
import { insertPackage, packagesOf, providerOf, sayOfPackage } from '../employer/package-queries.ts';
import type { Services } from '../services.ts';
import { OWN_SCHEME } from '../skill/own-scheme.ts';
import { organisationNumber } from './queries.ts';

interface Asked {
  readonly title: string;
  readonly words: string;
  readonly skills: readonly string[];
  readonly people: number;
  /** The courses that answer it, each with what one participant pays in hundredths; none while it waits. */
  readonly courses: readonly (readonly [code: string, price: number])[];
  readonly agreed?: string;
}

const ASKED: readonly Asked[] = [
  {
    title: 'Safe moving and clean hands for new staff',
    words: 'Eight people begin with us in autumn. They need to move people safely and keep infection out of homes.',
    skills: ['move-people-safely', 'prevent-infection', 'keep-records'],
    people: 8,
    courses: [
      ['HE01', 24_000],
      ['HE02', 18_000],
    ],
    agreed: 'Agreed. Please send the room plan a week before.',
  },
  {
    title: 'Dementia and the end of life',
    words: 'Twelve home carers visit people with dementia, some of whom will die at home. Two mornings a week would suit us.',
    skills: ['support-dementia', 'communicate-clearly', 'give-first-aid'],
    people: 12,
    courses: [
      ['HE05', 24_000],
      ['HE11', 24_000],
    ],
  },
  {
    title: 'Medicines under direction',
    words: 'Five carers are to give medicines from winter on. What would that take?',
    skills: ['give-medicines'],
    people: 5,
    courses: [],
  },
];

/**
 * What the demonstration's employer asks of the demonstration's provider: one package agreed, one proposed, one request that waits. By
 * the use cases that everybody's go through; doing it again changes nothing.
 */
export async function composePackages(services: Services): Promise<void> {
  if ((await services.db.asBatch((tx) => packagesOf(tx, ['open', 'offered', 'declined', 'taken-back'], 1))).length > 0) return;
  const [employerId, providerId] = await services.db.asBatch(async (tx) => [
    await organisationNumber(tx, 'demo-lantern'),
    await providerOf(tx, 'demo-harakeke', ['private-training-establishment']),
  ]);
  if (employerId == null || providerId == null) throw new RangeError('the demonstration has no employer or no provider');
  const provider: Party = { side: 'provider', acting: null, actor: 'operator', organisationId: providerId };
  const employer: Party = { ...provider, side: 'employer', organisationId: employerId };
  for (const asked of ASKED) {
    const request = await ask(services, employerId, providerId, asked);
    if (asked.courses.length > 0) await answer(services, provider, employer, request, asked);
  }
}

function ask({ db, clock }: Services, organisationId: number, providerId: number, asked: Asked): Promise<string> {
  const { title, words, people } = asked;
  const skills = asked.skills.map((slug) => `${OWN_SCHEME.uri}/${slug}`);
  const [at, beginsBy] = [clock.now(), addWorkingDays(clock.today(), 60)];
  return db.asBatch(async (tx) => {
    const id = await insertPackage(
      tx,
      { organisationId, providerId, title, words, skills, people, place: 'Whangārei', beginsBy },
      'operator',
      at,
    );
    await sayOfPackage(tx, id, { kind: 'asked', side: 'employer', words, actor: 'operator', at });
    return String(id);
  });
}

async function answer(services: Services, provider: Party, employer: Party, request: string, asked: Asked): Promise<void> {
  const snapshot = await loadSnapshot(services);
  const today = services.clock.today();
  const chosen = asked.courses.map(([code, price]) => ({ course: snapshot.inForce(code, today)?.public_id ?? code, price }));
  const { id } = await openForRequest(services, provider, request);
  const facts = await services.db.asBatch((tx) =>
    coursesOf(
      tx,
      snapshot,
      provider.organisationId,
      chosen.map(({ course }) => course),
      today,
    ),
  );
  const first = chosen[0]?.course;
  const courses = layOut(
    frameworks.nz,
    factsOf(facts),
    chosen.map(({ course, price }) => ({
      course,
      after: first === undefined || course === first ? [] : [first],
      dates: [today, today],
      prices: [price],
    })),
    addWorkingDays(today, 20),
  );
  const content = {
    framework: 'nz' as const,
    groups: [{ name: 'Home carers', people: asked.people }],
    place: 'Your training room, Whangārei',
    note: 'We bring the equipment. Lunch is yours.',
    courses: courses.map((one) => ({ ...one, after: [...one.after], dates: [...one.dates], prices: [...one.prices] })),
  };
  await saveDraft(services, provider, id, { content, revision: 1 });
  await propose(services, provider, id, { revision: 2, words: 'Two courses, two days each, one after the other.' });
  if (asked.agreed !== undefined) await act(services, employer, id, 'agreed', { version: 1, words: asked.agreed });
}
