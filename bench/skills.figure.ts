import { suggestSkills } from '../packages/server/src/skill/suggest.ts';
import { type Figure, load, percentile } from './figure.ts';
import { type Matcher, matchers } from './skill-matchers.ts';
import { type LabelledSet, labelledSets, writings } from './skill-questions.ts';
import { DATA, skillScene } from './skill-scene.ts';

/** How many questions of each large set are asked; half of them chose the constants, the other half is what is published. */
const QUESTIONS = 600;
const TARGET = 150;

/** How fast skills are suggested over 40,000 concepts of real schemes, and how well, by sets that people labelled. */
export async function run(): Promise<readonly Figure[]> {
  if (DATA === undefined) {
    console.log('  skipped: the public files are not there. Set RECOGNITION_SHARED to the folder that holds data/.');
    return [];
  }
  const scene = await skillScene();
  try {
    const figures: Figure[] = [];
    const { definitions, typed } = writings();
    for (const [what, texts] of [
      ['for a text of up to 2,000 characters', definitions],
      ['for 4 to 23 letters as they are typed', typed],
    ] as const) {
      const took = await times(texts, async (said) => {
        await suggestSkills(scene.services, { said, scheme: null, limit: 12 });
      });
      const p95 = percentile(took, 0.95);
      figures.push({
        name: `suggesting skills ${what}, 95 of 100`,
        value: `${p95.toFixed(0)} ms; median ${percentile(took, 0.5).toFixed(0)} ms, worst ${Math.max(...took).toFixed(0)} ms`,
        target: `< ${TARGET} ms`,
        reached: p95 < TARGET,
        how: `${scene.concepts} concepts of ${scene.loads.length} public schemes and our own (12,384 tasks of O*NET and 2,270 occupations of ESCO fill the number up); ${texts.length} texts, one after another, in the process on an embedded PostgreSQL; ${load()}`,
      });
    }
    const largest = scene.loads.toSorted((one, other) => other.concepts - one.concepts)[0]!;
    figures.push({
      name: 'bringing a skill scheme',
      value: `${largest.seconds.toFixed(1)} s for ${largest.concepts} concepts; ${scene.loads.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(0)} s for all ${scene.concepts}`,
      target: 'published',
      reached: null,
      how: `read, checked, compared and written with their words, each scheme in one transaction; ${load()}`,
    });
    const compared = await matchers(scene.owner, scene.services);
    for (const set of labelledSets(QUESTIONS)) figures.push(...(await quality(set, compared)));
    return figures;
  } finally {
    await scene.stop();
  }
}

async function quality(set: LabelledSet, compared: Readonly<Record<string, Matcher>>): Promise<readonly Figure[]> {
  // The Australian set is too small to be halved.
  const halved = set.questions.length > 50;
  const asked = halved ? set.questions.filter((_, at) => at % 2 === 1) : set.questions;
  const recalls = new Map<string, number>();
  const figures: Figure[] = [];
  for (const [name, match] of Object.entries(compared)) {
    let [hits5, hits10, recall5, recall10] = [0, 0, 0, 0];
    for (const { text, uris } of asked) {
      const found = await match(text, set.scheme);
      const rightOf = (most: number): number => found.slice(0, most).filter((uri) => uris.has(uri)).length;
      const [first5, first10] = [rightOf(5), rightOf(10)];
      hits5 += first5 / 5;
      hits10 += first10 / 10;
      recall5 += first5 / uris.size;
      recall10 += first10 / uris.size;
    }
    const of = (sum: number): string => (sum / asked.length).toFixed(3);
    recalls.set(name, recall5 / asked.length);
    const best = name === 'words and labels';
    const baseline = recalls.get('trigrams alone') ?? 0;
    const most = Math.max(...recalls.values());
    figures.push({
      name: `skills found, ${set.name}, ${name}`,
      value: `precision ${of(hits5)} at 5, ${of(hits10)} at 10; recall ${of(recall5)} at 5, ${of(recall10)} at 10`,
      ...(best && baseline > 0 ? { ratio: recall5 / asked.length / baseline } : {}),
      target: best ? 'recall at 5 above the others' : 'published',
      reached: best ? recall5 / asked.length >= most : null,
      how: `${asked.length} questions${halved ? ', none of which chose a constant' : ', all of them, which also informed the constants'}; ${set.what}; ${(asked.reduce((sum, { uris }) => sum + uris.size, 0) / asked.length).toFixed(1)} right answers each${best ? '; the ratio is recall at 5 against trigrams alone' : ''}`,
    });
  }
  return figures;
}

async function times(texts: readonly string[], act: (text: string) => Promise<void>): Promise<readonly number[]> {
  for (const text of texts.slice(0, 20)) await act(text);
  const took: number[] = [];
  for (const text of texts) {
    const before = performance.now();
    await act(text);
    took.push(performance.now() - before);
  }
  return took;
}
