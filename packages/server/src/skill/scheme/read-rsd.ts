import { z } from 'zod';
import { jsonList } from '../../catalogue/import/sources/canonical.ts';
import { conceptOf, type NotTaken, type ReadScheme, type SchemeReader } from './concept.ts';

const words = z.union([z.string(), z.array(z.string())]).nullish();
/** A Rich Skill Descriptor as the Open Skills Management Tool answers it: lists are arrays (v3) or one text with semicolons (v2). */
const descriptor = z.looseObject({
  id: z.string().nullish(),
  uuid: z.string().nullish(),
  skillName: z.string().nullish(),
  skillStatement: z.string().nullish(),
  status: z.string().nullish(),
  keywords: words,
  categories: words,
  category: words,
});

const listed = (value: z.infer<typeof words>): readonly string[] =>
  [value ?? []]
    .flat()
    .flatMap((one) => one.split(';'))
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Rich Skill Descriptors as a JSON list. A numbered keyword of a system's own, such as `WGUSID: 10070`, is no keyword of the skill. */
export const readRsd: SchemeReader = (files) => {
  const concepts: ReadScheme['concepts'][number][] = [];
  const notTaken: NotTaken[] = [];
  let rows = 0;
  for (const file of files)
    for (const [at, one] of jsonList(file, 'Rich Skill Descriptors are a JSON list.').entries()) {
      rows += 1;
      const where = { file: file.name, row: at + 1 };
      const read = descriptor.safeParse(one);
      if (!read.success) {
        notTaken.push({ ...where, code: 'entry-not-valid', detail: z.prettifyError(read.error).slice(0, 300) });
        continue;
      }
      const { id, uuid, skillName, skillStatement, keywords, categories, category } = read.data;
      const uri = id ?? (uuid == null ? null : `urn:uuid:${uuid}`);
      const label = skillName?.trim() ?? '';
      if (uri === null) notTaken.push({ ...where, code: 'address-missing', detail: '' });
      else if (label === '') notTaken.push({ ...where, code: 'label-missing', detail: uri });
      else
        concepts.push({
          ...where,
          concept: conceptOf({
            uri,
            label,
            description: skillStatement?.trim() || null,
            keywords: [...listed(keywords), ...listed(categories), ...listed(category)].filter(
              (word) => !/^[A-Z]+: ?\d+$/u.test(word),
            ),
          }),
        });
    }
  return { about: { uri: null, name: null, version: null }, rows, concepts, notTaken };
};
