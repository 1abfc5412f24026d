import {
  type Definition,
  type Held,
  type Pathway,
  type RecognitionFramework,
  versionInForce,
} from '@recognition/recognition/frameworks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { PathwayView } from '../../parts/pathway/PathwayView.tsx';
import { Names } from '../../parts/pathway/StepDetail.tsx';
import { usePathway } from '../../parts/pathway/use-pathway.ts';
import { type PathwayWords, pathwayWords } from '../../parts/pathway/words.ts';
import { NotFound, Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { CanClaim } from '../record/CanClaim.tsx';
import { frameworkOf, ownPathwaysQuery } from './queries.ts';
import { StandsAlone } from './StandsAlone.tsx';

/** A learner's way through one framework: what they hold, what it already gives them, what completes the next. */
export function OwnPathwayPage() {
  const { framework: id } = useParams({ from: '/record/frameworks/$framework' });
  const { data, error, refetch } = useQuery(ownPathwaysQuery);
  const framework = frameworkOf(id);
  if (framework === null) return <NotFound />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting picture />;
  const own = data.items.find((one) => one.framework === id);
  if (own === undefined) return <Nothing framework={framework} />;
  const { definitions, names, held } = own;
  const others = data.items.map((one) => one.framework);
  return (
    <Own key={id} framework={framework} definitions={definitions} names={names} held={held} asOf={data.asOf} others={others} />
  );
}

interface OwnProps {
  readonly definitions: readonly Definition[];
  readonly names: Readonly<Record<string, string>>;
  readonly held: Held;
  readonly asOf: string;
  readonly others: readonly string[];
}

function Own({ framework, definitions, names, held, asOf, others }: OwnProps & { readonly framework: RecognitionFramework }) {
  const { t, language } = useLanguage();
  const trying = usePathway(framework, definitions, held, asOf);
  const words = useMemo(
    () => pathwayWords(framework, names, new Map(definitions.map(({ id, title }) => [id, title])), t, language),
    [framework, names, definitions, t, language],
  );
  const country = framework.name[language];
  useTitle(t('pathway.own-title', { country }));
  const { given, next } = standing(trying.pathway);
  const [best] = given;
  const [nearest] = next;
  return (
    <>
      <p className="eyebrow">
        <Link to="/record">{t('nav.record')}</Link>
        {`, ${country}, ${longDate(asOf, language)}`}
      </p>
      <h1 className="display">
        {best === undefined ? t('pathway.headline-none') : t('pathway.headline', { kind: words.kindOf(best.award) })}{' '}
        {best === undefined ? null : <span lang={words.lang}>{words.nameOf(best)}</span>}
      </h1>
      <p className="lead top-1">
        {given.length === 0 ? null : `${t('pathway.given', { count: given.length })} `}
        {nearest === undefined ? (
          t('pathway.no-next')
        ) : (
          <>
            {t('pathway.next')}{' '}
            <Names refs={next.filter((one) => one.lacks[0] === nearest.lacks[0]).map(({ ref }) => ref)} words={words} />:{' '}
            <Names refs={nearest.lacks} words={words} />.
          </>
        )}
      </p>
      <PathwayView
        framework={framework}
        trying={trying}
        words={words}
        label={t('pathway.own-title', { country })}
        description={t('pathway.given', { count: given.length })}
      />
      <CanClaim framework={framework.id} />
      <StandsAlone framework={framework} definitions={definitions} held={held} words={words} asOf={asOf} />
      <Cumulative framework={framework} pathway={trying.pathway} words={words} asOf={asOf} />
      <section className="sec" aria-labelledby="onward">
        <header>
          <h2 className="h2" id="onward">
            {t('pathway.onward')}
          </h2>
        </header>
        <ul className="dots">
          {framework.levels.some(({ eqf }) => eqf !== null) ? (
            <li>
              <a href="/api/v1/learners/me/record/elm">{t('pathway.elm')}</a>
            </li>
          ) : null}
          <li>
            <Link to="/frameworks/$framework" params={{ framework: framework.id }}>
              {t('pathway.rules', { country })}
            </Link>
          </li>
          {others
            .filter((one) => one !== framework.id)
            .map((one) => (
              <li key={one}>
                <Link to="/record/frameworks/$framework" params={{ framework: one }}>
                  {t('pathway.own-title', { country: frameworkOf(one)?.name[language] ?? one })}
                </Link>
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}

/** Awards that what is held gives, and those that one more completes: the furthest from the units first. */
function standing({ steps }: Pathway) {
  const awards = steps.filter(({ award }) => award !== null).sort((a, b) => b.column - a.column);
  return {
    given: awards.filter(({ state }) => state === 'given' || state === 'earned'),
    next: awards.filter(({ state }) => state === 'next'),
  };
}

interface CumulativeProps {
  readonly framework: RecognitionFramework;
  readonly pathway: Pathway;
  readonly words: PathwayWords;
  readonly asOf: string;
}

/** For who leaves before the whole: what a cumulative certificate lists, where the rules have one. */
function Cumulative({ framework, pathway, words, asOf }: CumulativeProps) {
  const { t } = useLanguage();
  const awards = new Set(
    framework.awards.flatMap((award) =>
      award.rule === 'compose' && versionInForce(award, asOf)?.cumulative === true ? [award.id] : [],
    ),
  );
  const listed = pathway.steps.flatMap((step) => {
    if (step.award === null || !awards.has(step.award) || step.state === 'given' || step.state === 'earned') return [];
    const parts = step.ways[step.nearest]?.parts.filter(({ held }) => held).map(({ ref }) => ref) ?? [];
    return parts.length === 0 ? [] : [{ step, parts }];
  });
  if (listed.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="leaving">
      <header>
        <h2 className="h2" id="leaving">
          {t('pathway.leaving')}
        </h2>
      </header>
      {listed.map(({ step, parts }) => (
        <p key={step.ref} className="measure">
          {t('pathway.leaving-of')} <span lang={words.lang}>{words.nameOf(step)}</span>: <Names refs={parts} words={words} />.
        </p>
      ))}
    </section>
  );
}

function Nothing({ framework }: { readonly framework: RecognitionFramework }) {
  const { t, language } = useLanguage();
  const country = framework.name[language];
  useTitle(t('pathway.own-title', { country }));
  return (
    <section>
      <h1 className="display">{t('pathway.nothing', { country })}</h1>
      <p className="lead top-2">{t('pathway.nothing-text')}</p>
      <div className="acts">
        <Link className="btn" to="/frameworks/$framework" params={{ framework: framework.id }}>
          {t('pathway.rules', { country })}
        </Link>
      </div>
    </section>
  );
}
