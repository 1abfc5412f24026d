import type { Definition } from '@recognition/recognition/frameworks';
import type { SourceFile } from '../answer.ts';
import {
  distinct,
  header,
  idOf,
  isObject,
  type Json,
  jsonList,
  listOf,
  part,
  type ReadSource,
  textOf,
  textsOf,
} from './canonical.ts';

/** France's blocks of competencies; the blocks of one certification of the national register make it. They have no size and no level. */
export function readRncpBlocks(file: SourceFile): ReadSource {
  const outcomes: ReadSource['outcomes'][number][] = [];
  const rejected: ReadSource['rejected'][number][] = [];
  const blocks = jsonList(file, 'A file of blocks is a list.');
  const wholes = new Map<string, string[]>();
  for (const [at, block] of blocks.entries()) {
    const row = at + 1;
    if (!isObject(block)) {
      rejected.push({ row, code: 'not-an-object', detail: '' });
      continue;
    }
    const code = textOf(block['id']);
    const [name] = textsOf(listOf(block['prefLabel']));
    if (code === null) rejected.push({ row, code: 'number-missing', detail: '' });
    else if (name === undefined) rejected.push({ row, code: 'title-missing', detail: '' });
    else {
      outcomes.push({ row, outcome: outcomeOf(block, code, name) });
      const [, certification] = /^(RNCP\d+)BC\d+$/.exec(code) ?? [];
      if (certification !== undefined) wholes.set(certification, [...(wholes.get(certification) ?? []), idOf('fr', code)]);
    }
  }
  const definitions = [...wholes].map(
    ([code, refs]): Definition => ({
      ...header,
      id: idOf('fr', code),
      award: 'certification',
      title: code,
      parts: refs.map((ref) => part(ref, 'bloc', null, idOf('fr', code))),
    }),
  );
  return { count: blocks.length, outcomes: distinct(outcomes), rejected, definitions };
}

function outcomeOf(block: Json, code: string, name: string): ReadSource['outcomes'][number]['outcome'] {
  const listed = listOf(block['competency']).flatMap((one) => (isObject(one) ? textsOf(listOf(one['prefLabel'])) : []));
  const whole = textOf(block['competenciesSource']);
  return {
    id: idOf('fr', code),
    code,
    version: null,
    name,
    lineage: idOf('fr', code),
    kind: 'bloc-de-competences',
    levelLabel: null,
    size: null,
    subfield: null,
    domain: null,
    assessments: textsOf(listOf(block['evaluationsRaw'])),
    theory: [],
    practice: listed.length > 0 ? listed : whole === null ? [] : [whole],
    lang: 'fr',
  };
}
