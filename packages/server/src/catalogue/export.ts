import { readAllOrganisations } from '../organisation/queries.ts';
import type { Services } from '../services.ts';
import { type CatalogueActor, runAs } from './actor.ts';
import { toFileOrganisation, toFileOutcome } from './import/file-form.ts';
import { readOutcomesAfter } from './queries.ts';

const PAGE = 500;

/**
 * The catalogue as a file of contracts 2b, in pieces of JSON text: what the asker may see (the public: published and legacy
 * outcomes; the operator: drafts too), by code point of the ids, so that equal catalogues give equal files.
 */
export async function* exportCatalogue(services: Services, actor: CatalogueActor | 'public'): AsyncGenerator<string> {
  const run: Services['db']['asPublic'] = (work) =>
    actor === 'public' ? services.db.asPublic(work) : runAs(services, actor, work);
  yield '{ "type": "Catalogue", "version": 1, "organisations": [\n';
  const organisations = await run(readAllOrganisations);
  yield organisations.map((one) => JSON.stringify(toFileOrganisation(one))).join(',\n');
  yield '\n], "outcomes": [\n';
  let after = '';
  for (let first = true; ; first = false) {
    const page = await run((tx) => readOutcomesAfter(tx, after, PAGE));
    if (page.length > 0) yield `${first ? '' : ',\n'}${page.map((one) => JSON.stringify(toFileOutcome(one))).join(',\n')}`;
    if (page.length < PAGE) break;
    after = page.at(-1)?.id ?? '';
  }
  yield '\n] }\n';
}
