import { loadAgreements } from '../credit-transfer/agreements.ts';
import { newEvent as transferEvent } from '../credit-transfer/ask.ts';
import { insertTransfer, nextRequestId } from '../credit-transfer/queries.ts';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { storeFile } from '../evidence/file-store.ts';
import { insertItem, itemsOf } from '../evidence/queries.ts';
import { matchLearners } from '../identity/index.ts';
import { shownOf } from '../rpl/draft.ts';
import { newEvent } from '../rpl/events.ts';
import { hasApplied, insertApplication, nextApplicationId, replaceAsked, takeStep, writeDraft } from '../rpl/queries.ts';
import type { Services } from '../services.ts';
import { writeLog } from '../sharing/log-queries.ts';
import { firstResultOf } from './queries.ts';
import { PERSONAS } from './personas.ts';

const PROVIDER = 'demo-harakeke';

/** What each tells of themself, and what of it is asked for; `sent` waits for an assessor, the other is still being written. */
const STORIES = [
  {
    persona: 'huhana',
    sent: false,
    story:
      'I cared for my nan at home for four years.\nI moved her safely between bed, chair and shower, with a hoist at the end.\nI gave her medicines as the nurse directed and kept the record.\nI supported her daily living: washing, dressing and eating as she chose.\nI had to prevent the spread of infection when she was ill.',
    outcomes: [{ code: 'HE01', words: 'I learned it from the district nurse and did it every day.' }],
    evidence: {
      title: 'Letter from the district nurse',
      text: 'Invented for this demonstration. I visited every week for four years and saw how Huhana moved and positioned her nan safely, alone and with the hoist.',
    },
  },
  {
    persona: 'wiremu',
    sent: true,
    story:
      'For six years I was the first aider of a building site.\nI gave first aid more than fifty times, twice before an ambulance came.\nI assessed the risk of each lift with the crew in the morning.',
    outcomes: [{ code: 'HE07', words: 'My certificate has run out; what I can do has not.' }],
    evidence: {
      title: 'First-aid log of the site, copied',
      text: 'Invented for this demonstration. 52 entries: cuts, burns, a fall, two calls for an ambulance.',
    },
  },
] as const;

/** Applications of two learners, and a transfer that an agreement covers. Doing it again changes nothing. */
export async function tellStories(services: Services): Promise<void> {
  for (const told of STORIES) await tellStory(services, await learnerOf(services, told.persona), told);
  await agreeOnTransfers(services);
}

async function learnerOf(services: Services, id: string): Promise<number> {
  const who = PERSONAS.find((persona) => persona.id === id)?.learner;
  const [learnerId] = who === undefined ? [] : await matchLearners(services, 'operator', [who]);
  if (typeof learnerId !== 'number') throw new Error(`the demonstration's ${id} has no record`);
  return learnerId;
}

async function tellStory(services: Services, learnerId: number, told: (typeof STORIES)[number]): Promise<void> {
  if (await services.db.asBatch((tx) => hasApplied(tx, learnerId))) return;
  const catalogue = await loadSnapshot(services);
  const provider = catalogue.organisationByPublicId(PROVIDER);
  if (provider === undefined) throw new RangeError(`the demonstration has no ${PROVIDER}`);
  const at = services.clock.now();
  const actor = 'operator';
  const stored = await storeFile(services, learnerId, pieces(told.evidence.text));
  await services.db.asBatch(async (tx) => {
    const item = await insertItem(tx, {
      ...stored,
      learnerId,
      kind: 'file',
      title: told.evidence.title,
      url: null,
      mediaType: 'text/plain',
      issuer: null,
      finding: null,
      proof: false,
      addedAt: at,
      addedBy: actor,
    });
    const items = await itemsOf(tx, [learnerId], item === null ? [] : [item]);
    const evidence = await shownOf(
      tx,
      [learnerId],
      items.map(({ itemId }) => String(itemId)),
    );
    const applicationId = await nextApplicationId(tx, learnerId);
    const event = { learnerId, applicationId, actor, words: null, detail: {} };
    await insertApplication(tx, newEvent(services, { ...event, kind: 'drafted' }), told.story);
    await writeDraft(tx, { learnerId, applicationId }, { story: told.story, providerId: provider.organisation_id, at });
    const asked = told.outcomes.map(({ code, words }) => {
      const outcomeId = catalogue.inForce(code, services.clock.today())?.outcome_id;
      if (outcomeId === undefined) throw new RangeError(`the demonstration has no ${code}`);
      return { outcomeId, words, evidence };
    });
    await replaceAsked(tx, { learnerId, applicationId }, asked);
    if (!told.sent) return;
    const consent = { appliedAt: at.toISOString(), consentedAt: at.toISOString() };
    await takeStep(tx, newEvent(services, { ...event, kind: 'applied' }), consent);
    await writeLog(tx, { learnerId, about: 'rpl', aboutId: applicationId, kind: 'granted', at, actor });
  });
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const AGREEMENTS = [
  {
    reference: 'harakeke-cs01-he08',
    from: { outcome: 'CS01' },
    to: { outcome: 'HE08', provider: PROVIDER },
    begins: '2024-01-01',
    note: 'Invented for this demonstration.',
  },
  {
    reference: 'harakeke-abroad-he03',
    from: { award: 'Certificate III in Individual Support', issuer: 'Banksia Institute (invented)' },
    to: { outcome: 'HE03', provider: PROVIDER },
    begins: '2025-01-01',
    note: 'Invented for this demonstration.',
  },
];

async function agreeOnTransfers(services: Services): Promise<void> {
  const { created } = await loadAgreements(services, { actor: 'operator', organisationId: null }, AGREEMENTS);
  if (created === 0) return;
  const learnerId = await learnerOf(services, 'aroha');
  const catalogue = await loadSnapshot(services);
  const provider = catalogue.organisationByPublicId(PROVIDER);
  const target = catalogue.inForce('HE08', services.clock.today());
  await services.db.asBatch(async (tx) => {
    const source = await firstResultOf(tx, learnerId, 'CS01');
    if (provider === undefined || target === undefined || source === null) throw new RangeError('there is nothing to transfer');
    const asked = {
      sourceId: source.achievementId,
      itemId: null,
      award: null,
      issuer: null,
      firstOn: source.countingOn,
      outcomeId: target.outcome_id,
      providerId: provider.organisation_id,
      agreement: 'harakeke-cs01-he08',
      words: 'I work in home support now.',
    };
    const requestId = await nextRequestId(tx, learnerId);
    const event = { learnerId, requestId, kind: 'asked', actor: 'operator', words: asked.words, detail: { ...asked } } as const;
    await insertTransfer(tx, transferEvent(services, event), asked);
    const line = { learnerId, about: 'transfer', aboutId: requestId, kind: 'granted', actor: 'operator' } as const;
    await writeLog(tx, { ...line, at: services.clock.now() });
  });
}
