import { FIELDS } from '@recognition/recognition';
import { readAllOrganisations } from '../../organisation/queries.ts';
import type { Services } from '../../services.ts';
import { type CatalogueActor, runAs } from '../actor.ts';
import { readChangedOutcomesAfter } from './case-queries.ts';
import type { RegisterFormat } from './formats.ts';
import { caseAssociations, caseDefinitions, caseDocument, caseItem, type CaseOutcome } from './write-case.ts';
import { CTDL_CONTEXT, ctdlOrganisation, ctdlOutcome, type Publisher } from './write-ctdl.ts';
import { asnFramework, asnOutcome, CTDL_ASN_CONTEXT } from './write-ctdl-asn.ts';

const PAGE = 500;

export function publisherOf({ settings }: Services): Publisher {
  return { url: settings.url, name: settings.authority.name };
}

/**
 * The catalogue in the form of another register, in pieces of JSON text: what the asker may see, by code point of the ids. Throws what
 * the database does.
 */
export async function* exportRegister(
  services: Services,
  actor: CatalogueActor | 'public',
  format: RegisterFormat,
): AsyncGenerator<string> {
  const run: Services['db']['asPublic'] = (work) =>
    actor === 'public' ? services.db.asPublic(work) : runAs(services, actor, work);
  const publisher = publisherOf(services);
  async function* outcomes(): AsyncGenerator<CaseOutcome> {
    for (let after = ''; ; ) {
      const from = after;
      const page = await run((tx) => readChangedOutcomesAfter(tx, from, PAGE));
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1)?.id ?? '';
    }
  }
  if (format === 'case') {
    yield* packageOf(outcomes, publisher, services.clock.now().toISOString());
    return;
  }
  const organisations = await run(readAllOrganisations);
  const asn = format === 'ctdl-asn';
  yield `{ "@context": "${asn ? CTDL_ASN_CONTEXT : CTDL_CONTEXT}", "@graph": [\n`;
  yield (asn ? [asnFramework(publisher)] : organisations.map((one) => ctdlOrganisation(one, publisher)))
    .map((node) => JSON.stringify(node))
    .join(',\n');
  for await (const outcome of outcomes()) {
    const nodes = asn ? asnOutcome(outcome, publisher) : [ctdlOutcome(outcome, publisher)];
    yield `,\n${nodes.map((node) => JSON.stringify(node)).join(',\n')}`;
  }
  yield '\n] }\n';
}

// A package has its items before its associations, so the catalogue is read twice rather than held.
async function* packageOf(
  outcomes: () => AsyncGenerator<CaseOutcome>,
  publisher: Publisher,
  now: string,
): AsyncGenerator<string> {
  yield `{ "CFDocument": ${JSON.stringify(caseDocument(publisher, 'catalogue', now))},\n"CFItems": [`;
  const kinds = new Set<string>();
  let between = '\n';
  for await (const outcome of outcomes()) {
    if (outcome.kind !== null) kinds.add(outcome.kind);
    yield `${between}${JSON.stringify(caseItem(outcome, publisher))}`;
    between = ',\n';
  }
  yield '\n], "CFAssociations": [';
  between = '\n';
  for await (const outcome of outcomes()) {
    yield `${between}${caseAssociations(outcome, publisher, 'catalogue')
      .map((one) => JSON.stringify(one))
      .join(',\n')}`;
    between = ',\n';
  }
  yield `\n], "CFDefinitions": ${JSON.stringify(caseDefinitions(kinds, FIELDS, publisher, now))} }\n`;
}
