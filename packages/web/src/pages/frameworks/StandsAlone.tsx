import { type Definition, type Held, type RecognitionFramework, versionInForce } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { Names } from '../../parts/pathway/StepDetail.tsx';
import type { PathwayWords } from '../../parts/pathway/words.ts';

interface Props {
  readonly framework: RecognitionFramework;
  readonly definitions: readonly Definition[];
  readonly held: Held;
  readonly words: PathwayWords;
  readonly asOf: string;
}

/** What is held and bears no credit: that it is never stacked, and the rule that says so. Nothing where all of it bears credit. */
export function StandsAlone({ framework, definitions, held, words, asOf }: Props) {
  const { t } = useLanguage();
  const alone = definitions.flatMap(({ id, award: kind, parts }) => {
    const refs = parts.filter(({ ref, creditBearing }) => !creditBearing && held.has(ref)).map(({ ref }) => ref);
    const award = framework.awards.find((one) => one.id === kind);
    const rule = award?.rule === 'compose' ? versionInForce(award, asOf) : null;
    return refs.length === 0 || rule === null ? [] : [{ id, refs, source: rule.source }];
  });
  if (alone.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="alone">
      <header>
        <h2 className="h2" id="alone">
          {t('pathway.alone')}
        </h2>
      </header>
      {alone.map(({ id, refs, source }) => (
        <p key={id} className="measure">
          <Names refs={refs} words={words} />: {t('pathway.alone-text')}
          <small className="muted source" lang="en">
            {source}
          </small>
        </p>
      ))}
    </section>
  );
}
