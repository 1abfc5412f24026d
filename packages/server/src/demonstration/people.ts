import type { Random } from './random.ts';

/** An invented person, as a provider reports one. NSNs are ten digits beginning 0000, which no real learner has. */
export interface InventedPerson {
  readonly nsn: string;
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: string;
}

const GIVEN = [
  'Mere',
  'Tāne',
  'Ānahera',
  'Wiremu',
  'Hine',
  'Kāhu',
  'Sione',
  'Losa',
  'Priya',
  'Arjun',
  'Mei',
  'Jun',
  'Fatima',
  'Omar',
  'Ines',
  'Tomas',
  'Grace',
  'Leo',
  'Ruby',
  'Finn',
  'Isla',
  'Noah',
  'Ngaire',
  'Rewi',
  'Pania',
  'Matiu',
  'Ella',
  'Hugo',
  'Zoë',
  'Élise',
  'Siobhán',
  'Tevita',
];
// Trees, birds and stones: surnames that are plainly made up.
const FAMILY = [
  'Rimu',
  'Kauri',
  'Tōtara',
  'Mānuka',
  'Kōwhai',
  'Nīkau',
  'Pōhutukawa',
  'Harakeke',
  'Tarata',
  'Miro',
  'Puriri',
  'Karaka',
  'Takahē',
  'Kākāpō',
  'Pūkeko',
  'Korimako',
  'Tauhou',
  'Kiwi-Stone',
  'Greywacke',
  'Pounamu',
  'Basalt',
  'Pumice',
  'Gannet',
  'Albatross-Hill',
  'Fernbrook',
  'Mossbank',
];

/** The person with this number; numbers from 1,000 up, so that they never meet a persona. */
export function inventPerson(number: number, random: Random): InventedPerson {
  return {
    nsn: `0000${String(number).padStart(6, '0')}`,
    familyName: random.pick(FAMILY),
    givenNames: random.next() < 0.3 ? `${random.pick(GIVEN)} ${random.pick(GIVEN)}` : random.pick(GIVEN),
    birthDate: `${random.int(1955, 2008)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
