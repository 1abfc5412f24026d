import type { Definition } from '@recognition/recognition/frameworks';
import { insertDefinitions } from '../catalogue/definition-queries.ts';
import { type CatalogueSnapshot, loadSnapshot } from '../catalogue/snapshot.ts';
import type { OutcomeRow } from '../catalogue/snapshot-queries.ts';
import { sendBasket } from '../offering/basket/basket.ts';
import type { TaughtIn } from '@recognition/recognition';
import type { Delivery } from '../offering/offering.ts';
import { publishOfferings } from '../offering/publish.ts';
import { type OfferingBody, offeringBody } from '../offering/schemas.ts';
import type { Services } from '../services.ts';
import { offersOf } from './offers.ts';
import { type Random, seeded } from './random.ts';

/** Invented micro-credentials: what several outcomes are together, and which provider offers it. */
const MICRO_CREDENTIALS = [
  { id: 'demo-mc-team-leadership', title: 'Team leadership in care', provider: 'demo-ti-kouka', parts: ['BU01', 'BU03', 'HE04'] },
  {
    id: 'demo-mc-dementia',
    title: 'Caring for people with dementia',
    provider: 'demo-harakeke',
    parts: ['HE03', 'HE05', 'HE11'],
  },
  { id: 'demo-mc-start-small', title: 'Start a small business', provider: 'demo-rata', parts: ['BU09', 'BU10', 'BU11', 'BU12'] },
  { id: 'demo-mc-front-of-house', title: 'Front of house', provider: 'demo-ti-kouka', parts: ['BU07', 'SS01', 'SS02'] },
  { id: 'demo-mc-warehouse', title: 'Warehouse and delivery', provider: 'demo-toetoe', parts: ['CG09', 'SS08', 'SS09'] },
  { id: 'demo-mc-heard-at-work', title: 'Heard and read at work', provider: 'demo-harakeke', parts: ['CG01', 'CG03', 'CG04'] },
] as const;

interface Provider {
  readonly towns: readonly string[];
  readonly ways: readonly Delivery[];
  /** Of a hundred outcomes that it may assess, how many it offers now. */
  readonly share: number;
  /** In which it teaches; English alone where nothing is said. */
  readonly languages?: readonly TaughtIn[];
  /** Only for students. */
  readonly school?: true;
}

/** Where each invented provider teaches: real towns. */
const PROVIDERS: Readonly<Record<string, Provider>> = {
  'demo-harakeke': {
    towns: ['porirua', 'lower-hutt', 'palmerston-north', 'whangarei'],
    ways: ['on-site', 'blended', 'workplace'],
    share: 90,
  },
  'demo-rata': { towns: ['wellington', 'auckland', 'porirua'], ways: ['on-site', 'online', 'blended'], share: 90 },
  'demo-ti-kouka': {
    towns: ['christchurch', 'dunedin', 'timaru', 'invercargill', 'ashburton'],
    ways: ['on-site', 'online', 'blended'],
    share: 70,
  },
  'demo-te-whare-ako': {
    towns: ['rotorua', 'gisborne', 'hamilton', 'whakatane'],
    ways: ['on-site', 'blended'],
    share: 80,
    languages: ['en', 'mi'],
  },
  'demo-toetoe': { towns: ['manukau', 'auckland', 'tauranga'], ways: ['workplace', 'on-site'], share: 90 },
  'demo-kahikatea': { towns: ['hamilton', 'new-plymouth', 'napier'], ways: ['on-site', 'blended'], share: 80 },
  'demo-raupo': { towns: ['nelson', 'blenheim', 'motueka', 'greymouth'], ways: ['on-site', 'blended'], share: 80 },
  'demo-mako': { towns: ['auckland', 'queenstown'], ways: ['online', 'blended'], share: 90 },
  'demo-kowhai-school': { towns: ['masterton'], ways: ['on-site'], share: 40, school: true },
  'demo-university': { towns: ['christchurch', 'dunedin'], ways: ['on-site', 'online'], share: 50 },
  'demo-kanuka': { towns: ['kaikohe', 'dargaville'], ways: ['on-site', 'workplace'], share: 80 },
};

/** What is asked for before a course begins, by the outcome that it teaches. */
const BEFORE: ReadonlyMap<string, readonly string[]> = new Map([
  ['HE10-v1', ['HE08']],
  ['HE11-v1', ['HE03']],
]);

const TIMES = ['evenings', 'six Saturdays', 'two weekends', 'weekday mornings', 'four evenings', 'one day a week', 'ten weeks'];
const DAY = 86_400_000;

/** The invented providers publish what they offer, by the use case that everybody's offerings go through. A second time changes nothing. */
export async function loadDemonstrationOfferings(services: Services): Promise<void> {
  const { db, clock } = services;
  const snapshot = await loadSnapshot(services);
  await db.asBatch((tx) => insertDefinitions(tx, 'nz', MICRO_CREDENTIALS.map(definitionOf), clock.now()));
  const bodies = offeringsToPublish(snapshot, clock.today());
  for (const [provider, items] of bodies) {
    const organisation = snapshot.organisationByPublicId(provider);
    if (organisation === undefined) continue;
    const by = { acting: 'operator', organisationId: organisation.organisation_id, actor: 'operator' } as const;
    for (const one of await publishOfferings(services, by, items))
      if (!one.ok && one.code !== 'reference-conflict') throw new Error(`the demonstration's ${one.reference}: ${one.message}`);
  }
  await sendBasket(services, {
    id: '0d000000-0000-4000-8000-000000000001',
    provider: 'demo-harakeke',
    items: ['HE03', 'HE05', 'HE11'].flatMap((code) => {
      const row = snapshot.inForce(code, clock.today());
      return row === undefined ? [] : [{ outcome: row.public_id, offering: null }];
    }),
    name: 'Piri Tauhou',
    contact: 'piri@example.test',
    words: 'I look after my father at home and would like to start in the new year. Is there a group in Porirua?',
  });
}

/** What each provider offers from this day on; the same on every machine. */
function offeringsToPublish(snapshot: CatalogueSnapshot, today: string): ReadonlyMap<string, readonly OfferingBody[]> {
  const random = seeded(5_107);
  const bodies = new Map<string, OfferingBody[]>();
  const add = (provider: string, body: OfferingBody): void => void bodies.set(provider, [...(bodies.get(provider) ?? []), body]);
  const seen = new Set<string>();
  for (const { outcome, provider, to } of offersOf(snapshot, today)) {
    const how = PROVIDERS[provider];
    const row = snapshot.inForce(outcome, today);
    const name = `${provider} ${outcome}`;
    if (how === undefined || row === undefined || row.status !== 'published' || to < today || seen.has(name)) continue;
    seen.add(name);
    if (random.int(1, 100) > how.share) continue;
    for (let nth = 1; nth <= (random.int(1, 4) === 1 ? 2 : 1); nth += 1)
      add(provider, bodyOf(row, how, `${outcome}-${nth}`, today, random));
  }
  for (const { id, title, provider, parts } of MICRO_CREDENTIALS) {
    const how = PROVIDERS[provider]!;
    const credits = parts.reduce((sum, code) => sum + (snapshot.inForce(code, today)?.credits ?? 0), 0);
    const one = bodyOf({ public_id: parts[0], credits, level: 4 }, how, id, today, random);
    add(provider, { ...one, title, programme: id, outcomes: [...parts] });
  }
  return bodies;
}

function bodyOf(
  { public_id: id, credits, level }: Pick<OutcomeRow, 'public_id' | 'credits' | 'level'>,
  { towns, ways, school, languages = ['en'] }: Provider,
  reference: string,
  today: string,
  random: Random,
): OfferingBody {
  const delivery = random.pick(ways);
  const anyDay = delivery === 'online' && random.int(1, 3) > 1;
  const first = new Date(Date.parse(today) + random.int(10, 230) * DAY).toISOString().slice(0, 10);
  const last = new Date(Date.parse(first) + random.int(1, 10) * 7 * DAY).toISOString().slice(0, 10);
  const places = delivery === 'online' ? null : random.int(6, 24);
  // A foundation course is often free; else so much a credit, in whole fives of dollars.
  const each = (level ?? 3) <= 2 && random.int(1, 2) === 1 ? 0 : random.int(30, 58);
  const dollars = (times: number): number => Math.round(((credits ?? 3) * each * times) / 5) * 500;
  return offeringBody.parse({
    reference,
    outcomes: [id],
    requires: BEFORE.get(id) ?? [],
    languages: [...languages],
    delivery,
    town: delivery === 'online' ? null : random.pick(towns),
    begins: anyDay ? null : first,
    ends: anyDay ? null : last,
    schedule: anyDay ? 'at your own pace' : random.pick(TIMES),
    prices:
      school === true
        ? { student: 0 }
        : {
            adult: dollars(1),
            student: dollars(0.6),
            employer: dollars(1.25),
            ...(random.int(1, 3) === 1 ? { international: dollars(3) } : {}),
          },
    places,
    placesLeft: places === null ? null : random.int(1, 9) === 1 ? 0 : random.int(1, places),
  });
}

function definitionOf({ id, title, parts }: (typeof MICRO_CREDENTIALS)[number]): Definition {
  return {
    id,
    award: 'micro-credential',
    title,
    level: null,
    sector: null,
    minutes: null,
    parts: parts.map((ref) => ({ ref, role: 'outcome', minutes: null, source: null, creditBearing: true })),
    electives: 0,
    reviewYears: null,
    withdrawn: null,
    listing: {},
  };
}
