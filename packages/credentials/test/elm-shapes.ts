import dataset from '@rdfjs/dataset';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import Validator from 'rdf-validate-shacl';
import { documentLoader } from '../src/contexts/index.ts';
import { EDC_CONTEXT } from '../src/elm/elm-credential.ts';
import { readObject, readText } from './shared.ts';

const SHAPES = ['edc/EDC-generic-no-cv.ttl', 'edc/EDC-generic-full.ttl'];

/** The statements of a document as RDF. Strictly read, a term without a meaning throws; the Commission's own samples have some. */
export async function quadsOf(document: unknown, strict = true) {
  const context = readObject('standards/elm-3/edc/edc-ap-context.jsonld');
  const load = async (url: string) => (url === EDC_CONTEXT ? { documentUrl: url, document: context } : documentLoader(url));
  const quads: unknown = await jsonld.toRDF(JSON.parse(JSON.stringify(document)), {
    format: 'application/n-quads',
    safe: strict,
    documentLoader: load,
  } as object);
  return dataset.dataset(new Parser({ format: 'N-Quads' }).parse(typeof quads === 'string' ? quads : ''));
}

/** What the Commission's shapes, with their controlled vocabularies, find wrong with a document; empty when it conforms. */
export async function shapeFaults(document: unknown): Promise<readonly string[]> {
  const parser = () => new Parser({ baseIRI: 'https://shapes.example/' });
  const shapes = dataset.dataset(SHAPES.flatMap((path) => parser().parse(readText(`standards/elm-3/${path}`))));
  const validator = new Validator(shapes, { importGraph: async () => dataset.dataset() });
  const { results } = await validator.validate(await quadsOf(document));
  return results.map(
    ({ path, focusNode, sourceConstraintComponent }) =>
      `${JSON.stringify(path)} ${focusNode?.value} ${sourceConstraintComponent?.value}`,
  );
}
