import { type MicroCredentialContent, NOTHING_WRITTEN } from '@recognition/recognition/micro-credential';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { begin, versionId } from '../micro-credential/begin.ts';
import { change } from '../micro-credential/change.ts';
import { readById, readEvents } from '../micro-credential/queries.ts';
import { publish, returnToDeveloper, submit } from '../micro-credential/review.ts';
import type { Services } from '../services.ts';

interface Invented {
  readonly code: string;
  /** The public id of the organisation that answers for it. */
  readonly developer: string;
  readonly becomes: 'listed' | 'draft' | 'returned';
  /** What a steward says where it is returned; one that is listed all the same was mended and handed in again. */
  readonly note?: string;
  readonly content: Partial<MicroCredentialContent>;
}

const parts = (...refs: readonly string[]): MicroCredentialContent['parts'] => refs.map((ref) => ({ ref }));

/** The demonstration's micro-credentials: three listed ones of different developers, a draft, and one that a steward returned. All invented. */
export const MICRO_CREDENTIALS: readonly Invented[] = [
  {
    code: 'MC-CARE',
    developer: 'demo-harakeke',
    becomes: 'listed',
    content: {
      title: 'Care at Home',
      level: 3,
      nzsced: '060313',
      use: 'Work with people who need care in their own homes, in New Zealand and in countries with home care of the same kind.',
      relevance:
        'People who want to stay at home and their whānau; providers of home care in every region; hapū and iwi health services that care for kaumātua.',
      skills: 'Moves people safely, prevents infection, supports a person’s day, and works with them on recovery at home.',
      educationPathway: 'A New Zealand certificate in health and wellbeing at level 3 or 4, to which its credits count.',
      employmentPathway: 'Support worker in home care; care for a member of one’s own whānau.',
      need: 'Four invented providers of home care said that new support workers learn these first, and helped to write it.',
      assessment: 'Each part is assessed as its outcome says; a supervisor confirms all four in one home over two weeks.',
      reviewYears: 2,
      parts: parts('HE01', 'HE02', 'HE03', 'HE08'),
    },
  },
  {
    code: 'MC-NET',
    developer: 'demo-mako',
    becomes: 'listed',
    content: {
      title: 'Small Networks that Stay Safe',
      level: 4,
      nzsced: '020113',
      use: 'Set up, secure and look after the network of a small business or a marae.',
      relevance: 'Small businesses, community houses and marae without staff of their own for this.',
      skills: 'Plans and builds a small network, closes its weaknesses, and helps the people who use it.',
      educationPathway: 'A diploma in network engineering.',
      employmentPathway: 'Help desk; own business; looking after the network of one’s own community.',
      need: 'Asked for by invented businesses that had paid for the same repair twice.',
      assessment: 'A network built, checked against a list and handed over to its users.',
      reviewYears: 1,
      parts: parts('7400', 'CI06'),
    },
  },
  {
    code: 'MC-POWHIRI',
    developer: 'demo-te-whare-ako',
    becomes: 'listed',
    note: 'He aha te āhua o te aromatawai i te pōwhiri tuarua?',
    content: {
      title: 'Te pōwhiri i te wāhi mahi',
      lang: 'mi',
      level: 3,
      nzsced: '090313',
      use: 'Te whakahaere i te pōwhiri i te wāhi mahi, i te kura, i te marae hoki.',
      relevance: 'Ngā hapū me ngā iwi e manaaki manuhiri ana; ngā kura me ngā tari e hiahia ana kia tika te pōwhiri.',
      skills: 'Ka kōrero i te reo i te wāhi mahi, ka whai wāhi ki te pōwhiri, ka manaaki i te manuhiri.',
      educationPathway: 'Te tiwhikete reo Māori, tikanga Māori rānei o te kaupae 4.',
      employmentPathway: 'Te tūranga kaiārahi tikanga; te āwhina i tōna ake marae.',
      need: 'He tono nā ngā marae tito e rima me ngā tari tito e toru.',
      assessment: 'Ka mātakihia i ngā pōwhiri e rua, ā, ka kōrero ki te kaiaromatawai.',
      reviewYears: 3,
      parts: parts('MA01', 'MA02', 'MA07'),
    },
  },
  {
    code: 'MC-OLDER',
    developer: 'isb-health-and-community',
    becomes: 'draft',
    content: {
      title: 'National Diploma in Care of Older People',
      level: 3,
      nzsced: '0603',
      use: 'Work in a rest home or at home with older people.',
      skills: 'Moves people safely, notices decline, and supports somebody who lives with dementia.',
      parts: parts('HE01', 'HE04', 'HE05'),
    },
  },
  {
    code: 'MC-MEDS',
    developer: 'isb-health-and-community',
    becomes: 'returned',
    note: 'Which providers asked for this? “Some employers” does not say who needs it. The rest reads well.',
    content: {
      title: 'Medicines at Home',
      level: 4,
      nzsced: '060313',
      use: 'Give medicines under direction in a person’s home.',
      relevance: 'People who live at home with several medicines, and those who answer for their care.',
      skills: 'Checks, gives and records medicines, and keeps infection away.',
      educationPathway: 'A certificate in health and wellbeing at level 4.',
      employmentPathway: 'Senior support worker.',
      need: 'Some employers.',
      assessment: 'Ten rounds observed, and a test of calculation without errors.',
      reviewYears: 2,
      parts: parts('HE06', 'HE02'),
    },
  },
];

/** Brings them by the use cases that everybody's go through. What is there already stays; one that was cut off goes on where it stopped. */
export async function loadMicroCredentials(services: Services): Promise<void> {
  const snapshot = await loadSnapshot(services);
  for (const { code, developer, becomes, note, content } of MICRO_CREDENTIALS) {
    const id = versionId(code, 1);
    const there = await services.db.asBatch((tx) => readById(tx, id));
    const was = there === null ? [] : await services.db.asBatch((tx) => readEvents(tx, there.key));
    const settled = { listed: 'published', draft: 'changed', returned: 'returned' } as const;
    if (was.some(({ kind }) => kind === settled[becomes])) continue;
    const owner = snapshot.organisationByPublicId(developer);
    if (owner === undefined) throw new RangeError(`the demonstration has no organisation "${developer}"`);
    if (there === null)
      await begin(services, 'operator', { code, title: content.title ?? code, developerId: owner.organisation_id });
    if (there?.status !== 'in-review') {
      await change(services, 'operator', id, { content: { ...NOTHING_WRITTEN, ...content } });
      if (becomes !== 'draft') await submit(services, 'operator', id);
    }
    if (becomes !== 'draft' && note !== undefined) await returnToDeveloper(services, 'operator', id, note);
    if (becomes === 'listed' && note !== undefined) await submit(services, 'operator', id);
    if (becomes === 'listed') await publish(services, 'operator', id);
  }
}
