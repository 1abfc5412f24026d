import type { Method } from '@recognition/recognition/consistency';
import { Temporal } from 'temporal-polyfill';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { sayTeaching } from '../consistency/say.ts';
import type { Services } from '../services.ts';
import { OWN_SCHEME } from '../skill/own-scheme.ts';
import { generateResults, type Mix } from './generated-results.ts';

/** What three invented providers teach, each in its own way. */
const OUTCOME = 'CS03';

interface Teaches {
  readonly provider: string;
  readonly methods: readonly Method[];
  readonly hours: number;
  readonly skills: readonly string[];
}

const TEACHERS: readonly Teaches[] = [
  {
    provider: 'demo-harakeke',
    methods: ['workplace-evidence', 'conversation', 'portfolio'],
    hours: 24,
    skills: ['advocate-for-people', 'write-clearly'],
  },
  {
    provider: 'demo-ti-kouka',
    methods: ['assignment', 'written-test'],
    hours: 32,
    skills: ['advocate-for-people', 'write-clearly'],
  },
  { provider: 'demo-kanuka', methods: ['simulation', 'observed'], hours: 18, skills: ['advocate-for-people', 'solve-problems'] },
];

/** One gives its best grade to most; another recognises a third from experience. Learners of their own, so that nobody else's record moves. */
const MORE: readonly { readonly provider: string; readonly rows: number; readonly mix: Mix }[] = [
  { provider: 'demo-kanuka', rows: 60, mix: { notAchieved: 2, achieved: 24, merit: 22, recognised: 2 } },
  { provider: 'demo-harakeke', rows: 50, mix: { notAchieved: 6, achieved: 66, merit: 20, recognised: 45 } },
];

/** Lines of results files, one of each provider that stands out. */
export function consistencyFiles(today: string): readonly { readonly name: string; readonly lines: Iterable<string> }[] {
  const from = Temporal.PlainDate.from(today).subtract({ years: 4 }).toString();
  return MORE.map(({ provider, rows, mix }, nth) => ({
    name: `${provider}.csv`,
    lines: generateResults({
      seed: 3_300 + nth,
      rows,
      offers: [{ outcome: OUTCOME, field: 'community-and-social-services', provider, from, to: today }],
      firstLearner: 60_000 + nth * 1_000,
      perLearner: [1, 1],
      mix,
    }),
  }));
}

/** The providers say how they teach it. */
export async function sayHowTaught(services: Services): Promise<void> {
  const snapshot = await loadSnapshot(services);
  for (const { provider, methods, hours, skills } of TEACHERS) {
    const organisation = snapshot.organisationByPublicId(provider);
    if (organisation === undefined) continue;
    const by = { acting: 'operator', organisationId: organisation.organisation_id, actor: 'operator' } as const;
    await sayTeaching(services, by, OUTCOME, {
      methods,
      hours,
      skills: skills.map((slug) => `${OWN_SCHEME.uri}/${slug}`),
    });
  }
}
