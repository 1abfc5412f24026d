/** The demonstration's providers and employer: all invented. Dates are inclusive. */
interface Invented {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly closed?: string;
  readonly successor?: string;
  readonly accreditations: readonly object[];
}

const open = (from: string, ...scope: readonly object[]) => ({ from, to: null, scope });
const until = (from: string, to: string, ...scope: readonly object[]) => ({ from, to, scope });
const all = { kind: 'all' };
const field = (slug: string, maxLevel?: number) => ({
  kind: 'field',
  field: slug,
  ...(maxLevel === undefined ? {} : { maxLevel }),
});

export const ORGANISATIONS: readonly Invented[] = [
  {
    id: 'demo-harakeke',
    name: 'Harakeke College of Care',
    kind: 'private-training-establishment',
    accreditations: [open('2015-01-01', field('health'), field('community-and-social-services'), field('core-generic'))],
  },
  {
    id: 'demo-rata',
    name: 'Rātā Business School',
    kind: 'private-training-establishment',
    accreditations: [open('2015-01-01', field('business'), field('core-generic'), field('law-and-security', 5))],
  },
  { id: 'demo-ti-kouka', name: 'Tī Kōuka Institute', kind: 'polytechnic', accreditations: [open('2012-01-01', all)] },
  {
    id: 'demo-te-whare-ako',
    name: 'Te Whare Ako o Huia',
    kind: 'wananga',
    accreditations: [open('2014-01-01', field('maori'), field('humanities'), field('education'), field('arts-and-crafts'))],
  },
  {
    id: 'demo-toetoe',
    name: 'Toetoe Workplace Training',
    kind: 'private-training-establishment',
    accreditations: [open('2016-07-01', field('service-sector', 4), field('manufacturing', 4), field('core-generic', 3))],
  },
  {
    id: 'demo-kahikatea',
    name: 'Kahikatea Trades Academy',
    kind: 'private-training-establishment',
    accreditations: [
      open('2015-01-01', field('planning-and-construction'), field('engineering-and-technology'), field('manufacturing')),
    ],
  },
  {
    id: 'demo-raupo',
    name: 'Raupō Land and Sea School',
    kind: 'private-training-establishment',
    accreditations: [open('2015-01-01', field('agriculture-forestry-and-fisheries'), field('sciences', 5))],
  },
  {
    id: 'demo-mako',
    name: 'Makō Digital',
    kind: 'private-training-establishment',
    accreditations: [
      open('2017-01-01', field('computing-and-information-technology'), {
        kind: 'subfield',
        subfield: 'Business Administration',
        maxLevel: 4,
      }),
    ],
  },
  {
    id: 'demo-kowhai-school',
    name: 'Kōwhai Valley School',
    kind: 'school',
    accreditations: [
      open(
        '2010-01-01',
        field('sciences', 3),
        field('social-sciences', 3),
        field('humanities', 3),
        field('core-generic', 3),
        field('maori', 3),
      ),
    ],
  },
  {
    id: 'demo-university',
    name: 'University of the Southern Alps',
    kind: 'university',
    accreditations: [
      open(
        '2010-01-01',
        field('social-sciences'),
        field('sciences'),
        field('humanities'),
        field('law-and-security'),
        field('education'),
      ),
    ],
  },
  {
    id: 'demo-lancewood',
    name: 'Lancewood Training',
    kind: 'private-training-establishment',
    closed: '2023-06-30',
    successor: 'demo-ti-kouka',
    accreditations: [until('2014-01-01', '2023-06-30', field('service-sector'), field('business', 4))],
  },
  {
    id: 'demo-kanuka',
    name: 'Kānuka Community Services',
    kind: 'private-training-establishment',
    accreditations: [
      until('2016-01-01', '2024-06-30', field('community-and-social-services'), field('health', 3)),
      open('2016-01-01', field('community-and-social-services', 4)),
    ],
  },
  // They take part in a bank of credits of another framework, and report nothing of this one's.
  { id: 'demo-bulbul', name: 'Bulbul University (invented)', kind: 'university', accreditations: [] },
  { id: 'demo-hornbill', name: 'Hornbill Skills University (invented)', kind: 'university', accreditations: [] },
  { id: 'demo-lantern', name: 'Lantern Home Care', kind: 'employer', accreditations: [] },
];
