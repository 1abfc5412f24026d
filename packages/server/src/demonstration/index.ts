import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { COLUMNS } from '@recognition/recognition/results';
import { loadSnapshot } from '../catalogue/snapshot.ts';
import { importResults } from '../record/import-results.ts';
import type { Services } from '../services.ts';
import { loadDemonstrationCatalogue, loadLegacyCatalogue } from './catalogue/load.ts';
import { loadDemonstrationFrameworks } from './frameworks/load.ts';
import { abroadRows } from './frameworks/results.ts';
import { generateResults } from './generated-results.ts';
import { consistencyFiles, sayHowTaught } from './consistency.ts';
import { loadDemonstrationOfferings } from './offerings.ts';
import { loadDemonstrationRoles } from './job-roles.ts';
import { keepPathways } from './persona-pathway.ts';
import { offersOf } from './offers.ts';
import { loadMicroCredentials } from './micro-credentials.ts';
import { claimForPersonas } from './persona-awards.ts';
import { letApplicationIn } from './persona-application.ts';
import { letPeopleBeFound } from './persona-found.ts';
import { letGuardianIn } from './persona-guardian.ts';
import { tellStories } from './persona-rpl.ts';
import { composePackages } from './persona-packages.ts';
import { fillLedgers } from './persona-ledgers.ts';
import { personaRows, withdrawalRows } from './persona-results.ts';
import { loadDemonstrationSkills } from './skill-scheme.ts';
import { demonstrationIsThere, noteDemonstration } from './queries.ts';
import { PERSONAS } from './personas.ts';

/** How many invented learners stand beside the personas; each has some twenty results. */
const LEARNERS = 2000;
const SEED = 20_261_124;

/**
 * Fills an empty repository with the demonstration: catalogue, providers, people, results, two awards, and a result withdrawn from
 * under one of them. Answers false when it is there already; cut off half way, it goes on where it stopped.
 */
export async function loadDemonstration(services: Services): Promise<boolean> {
  if (await services.db.asBatch(demonstrationIsThere)) return false;
  await loadDemonstrationCatalogue(services);
  await loadDemonstrationSkills(services);
  await loadMicroCredentials(services);
  await loadDemonstrationResults(services);
  await loadLegacyResults(services);
  await loadDemonstrationFrameworks(services);
  await report(services, 'abroad.csv', abroadRows(services.clock.today()));
  await claimForPersonas(services);
  await letGuardianIn(services);
  await composePackages(services);
  await loadDemonstrationRoles(services);
  await fillLedgers(services);
  await letApplicationIn(services);
  await tellStories(services);
  await report(services, 'withdrawal.csv', withdrawalRows(services.clock.today()));
  await loadDemonstrationOfferings(services);
  await keepPathways(services);
  await letPeopleBeFound(services);
  for (const { name, lines } of consistencyFiles(services.clock.today())) await report(services, name, lines);
  await sayHowTaught(services);
  await services.db.asBatch(noteDemonstration);
  return true;
}

/** Brings results in by the import that everybody uses, through a file of their own that is gone afterwards. */
async function report(services: Services, name: string, lines: Iterable<string>): Promise<void> {
  const folder = join(tmpdir(), `nzrr-demonstration-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    const path = join(folder, name);
    await pipeline(Readable.from(lines), createWriteStream(path));
    const batch = await importResults(services, { actor: 'operator', organisationId: null }, { path, name });
    if (batch.rejected > 0)
      throw new Error(`the demonstration's ${name}: ${batch.rejected} rows were rejected (batch ${batch.public_id})`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The results of everybody in the demonstration: its personas, and the invented learners beside them. */
export async function loadDemonstrationResults(services: Services, learners: number = LEARNERS): Promise<void> {
  const today = services.clock.today();
  const offers = offersOf(await loadSnapshot(services), today);
  await report(services, 'personas.csv', personaRows(today));
  await report(services, 'moana.csv', moanaRows(offers));
  await report(services, 'learners.csv', generateResults({ seed: SEED, rows: learners * 20, offers, perLearner: [4, 36] }));
}

/** Some people hold what a developer has still to describe: learners of their own, so that nobody else's record moves. */
async function loadLegacyResults(services: Services): Promise<void> {
  const codes = await loadLegacyCatalogue(services);
  const offers = offersOf(await loadSnapshot(services), services.clock.today()).filter(({ outcome }) => codes.has(outcome));
  const weighted = offers.flatMap((offer) => Array.from({ length: offer.outcome === 'HL02' ? 3 : 1 }, () => offer));
  await report(
    services,
    'legacy.csv',
    generateResults({ seed: SEED + 1, rows: 120, offers: weighted, firstLearner: 50_000, perLearner: [1, 3] }),
  );
}

/** Three hundred results over a working life: each outcome that is offered, twice, at random dates. */
function* moanaRows(offers: ReturnType<typeof offersOf>): Generator<string> {
  const moana = PERSONAS.find((persona) => persona.id === 'moana')?.learner;
  if (moana === undefined) throw new RangeError('the demonstration has no Moana');
  const lines = generateResults({ seed: 300, rows: 300, offers, perLearner: [300, 300] });
  yield `${COLUMNS.join(',')}\n`;
  let header = true;
  for (const line of lines) {
    if (header) {
      header = false;
      continue;
    }
    const cells = line.split(',');
    yield [cells[0], cells[1], moana.nsn, moana.familyName, moana.givenNames, moana.birthDate, ...cells.slice(6)].join(',');
  }
}
