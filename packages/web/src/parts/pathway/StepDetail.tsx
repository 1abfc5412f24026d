import type { Pathway, Step } from '@recognition/recognition/frameworks';
import { useId } from 'react';
import { useLanguage } from '../../language/context.tsx';
import type { Trying } from './use-pathway.ts';
import type { PathwayWords } from './words.ts';

interface Props {
  readonly step: Step;
  readonly trying: Trying;
  readonly words: PathwayWords;
  readonly unitWords: (minutes: number) => string;
  /** Where the page lets nothing be tried, such as the rules themselves. */
  readonly still: boolean;
}

/** One step in words: how it stands, every way in which it is made, what is missing, and what it would complete. */
export function StepDetail({ step, trying, words, unitWords, still }: Props) {
  const { t } = useLanguage();
  const { tried, toggle, pathway } = trying;
  const completes = pathway.completes.get(step.ref) ?? [];
  return (
    <section className="step-detail" aria-live="polite" aria-label={t('pathway.detail')}>
      <p className="eyebrow">{words.kindOf(step.award)}</p>
      <h3 className="h3" lang={words.lang}>
        {words.nameOf(step)}
      </h3>
      <p>
        {words.stateOf(step, tried.has(step.ref))}
        {step.minutes === null ? '' : `, ${unitWords(step.minutes)}`}
      </p>
      {completes.length === 0 || still ? null : (
        <p>
          {t('pathway.completes')} <Names refs={completes} words={words} />
        </p>
      )}
      {step.ways.length === 0 ? null : <Ways step={step} trying={trying} words={words} still={still} />}
      {still || step.lacks.length === 0 ? null : (
        <p>
          {t('pathway.lacks')} <Names refs={step.lacks} words={words} />
        </p>
      )}
      {still ||
      (step.state === 'earned' && !tried.has(step.ref)) ||
      (step.award !== null && !isPart(pathway, step.ref)) ? null : (
        <div className="acts">
          <button className="btn second slim" type="button" onClick={() => toggle(step.ref)}>
            {t(tried.has(step.ref) ? 'pathway.untry' : 'pathway.try')}
          </button>
        </div>
      )}
    </section>
  );
}

const isPart = ({ steps }: Pathway, ref: string): boolean =>
  steps.some(({ ways }) => ways.some((way) => way.parts.some((part) => part.ref === ref)));

/** Names in a row, each marked with its language. */
export function Names({ refs, words }: { readonly refs: readonly string[]; readonly words: PathwayWords }) {
  return (
    <span lang={words.lang} className="names">
      {refs.map((ref) => words.named(ref)).join('; ')}
    </span>
  );
}

function Ways({ step, trying, words, still }: Omit<Props, 'unitWords'>) {
  const { t } = useLanguage();
  const name = useId();
  const shown = trying.chosen.get(step.ref) ?? step.nearest;
  return (
    <fieldset className="ways">
      <legend>{t('pathway.ways', { count: step.ways.length })}</legend>
      {step.ways.map((way, at) => (
        <div key={way.id ?? ''}>
          {step.ways.length > 1 ? (
            <label>
              <input
                className="choice"
                type="radio"
                name={name}
                checked={shown === at}
                onChange={() => trying.choose(step.ref, at)}
              />
              <span>{still ? words.wayTitle(way) : words.wayOf(way)}</span>
            </label>
          ) : still ? null : (
            <p>{words.wayOf(way)}</p>
          )}
          {shown === at ? (
            <ul className="way-parts">
              {way.parts.map(({ ref, held }) => (
                <li key={ref} className={held ? 'held' : undefined}>
                  <span lang={words.lang}>{words.named(ref)}</span>
                  {still ? null : <span className="muted">{t(held ? 'pathway.part-held' : 'pathway.part-open')}</span>}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
