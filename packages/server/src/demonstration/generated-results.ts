import { COLUMNS } from '@recognition/recognition/results';
import { type InventedPerson, inventPerson } from './people.ts';
import { type Random, seeded } from './random.ts';

/** An outcome (or a whole standard) that a provider may assess from one day to another. */
export interface Offer {
  readonly outcome: string;
  readonly field: string | null;
  readonly provider: string;
  readonly from: string;
  readonly to: string;
}

export interface GenerateOptions {
  readonly seed: number;
  /** Rows to make, at least. */
  readonly rows: number;
  readonly offers: readonly Offer[];
  /** The number of the first invented learner; personas stay below 1,000. */
  readonly firstLearner?: number;
  /** How many results a learner has, from and to. */
  readonly perLearner?: readonly [number, number];
  readonly mix?: Mix;
}

/** Of a hundred results, how many end how; the rest are excellent. */
export interface Mix {
  readonly notAchieved: number;
  readonly achieved: number;
  readonly merit: number;
  /** Of a hundred, how many are recognised rather than assessed. */
  readonly recognised: number;
}

const USUAL: Mix = { notAchieved: 7, achieved: 65, merit: 20, recognised: 4 };

/** Lines of a results file (contracts 6), header first, the same for the same seed. Each learner's field of work leads their choice. */
export function* generateResults({
  seed,
  rows,
  offers,
  firstLearner = 1000,
  perLearner = [4, 40],
  mix = USUAL,
}: GenerateOptions): Generator<string> {
  if (offers.length === 0) throw new RangeError('there is no outcome that a provider may assess');
  const random = seeded(seed);
  const byField = Map.groupBy(offers, (offer) => offer.field);
  const fields = [...byField.keys()];
  yield `${COLUMNS.join(',')}\n`;
  let made = 0;
  for (let number = firstLearner; made < rows; number += 1) {
    const person = inventPerson(number, random);
    const own = byField.get(random.pick(fields)) ?? offers;
    const count = Math.min(random.int(perLearner[0], perLearner[1]), rows - made);
    for (let nth = 0; nth < count; nth += 1) {
      yield row(person, random.pick(random.next() < 0.6 ? own : offers), `${seed}-${number}-${nth}`, random, mix);
    }
    made += count;
  }
}

function row(person: InventedPerson, offer: Offer, reference: string, random: Random, mix: Mix): string {
  const date = dateBetween(offer.from, offer.to, random);
  const chance = random.next();
  const result = endOf(chance * 100, mix);
  const mode = random.next() * 100 < mix.recognised ? 'rpl' : 'assessed';
  const status = random.next() < 0.02 ? 'provisional' : 'confirmed';
  return `record,${offer.provider},${person.nsn},${person.familyName},${person.givenNames},${person.birthDate},${offer.outcome},,${date},${result},${mode},,,${status},${reference}\n`;
}

function endOf(place: number, { notAchieved, achieved, merit }: Mix): string {
  if (place < notAchieved) return 'not-achieved';
  if (place < notAchieved + achieved) return 'achieved';
  return place < notAchieved + achieved + merit ? 'merit' : 'excellence';
}

const DAY = 86_400_000;

function dateBetween(from: string, to: string, random: Random): string {
  const first = Date.parse(`${from}T00:00:00Z`) / DAY;
  const last = Date.parse(`${to}T00:00:00Z`) / DAY;
  return new Date(random.int(first, Math.max(first, last)) * DAY).toISOString().slice(0, 10);
}
