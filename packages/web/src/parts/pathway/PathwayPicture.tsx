import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { wrap } from '../stack/time.ts';
import { layoutPathway, type PlacedStep, stepTowards } from './layout.ts';
import { useNarrow } from '../use-narrow.ts';
import type { Trying } from './use-pathway.ts';
import type { PathwayWords } from './words.ts';

interface Props {
  readonly trying: Trying;
  readonly words: PathwayWords;
  readonly picked: string | null;
  readonly onPick: (ref: string) => void;
  readonly label: string;
  readonly description: string;
  /** The rules themselves, of which nobody holds anything. */
  readonly still: boolean;
}

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;

/**
 * The ladder or tree: awards and what they are made of, from the units to the whole. Solid lines and a tick are what is held, a double edge
 * what that gives, a thick broken edge what one more completes: nothing is said by colour alone. One step is in the order of tabs; arrows
 * move between steps.
 */
export function PathwayPicture({ trying, words, picked, onPick, label, description, still }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const narrow = useNarrow(900);
  const svg = useRef<SVGSVGElement>(null);
  const { pathway, chosen, tried } = trying;
  const scene = useMemo(
    () =>
      layoutPathway({
        pathway,
        chosen,
        nameOf: words.nameOf,
        kindOf: words.kindOf,
        size: narrow ? 'narrow' : 'wide',
        every: still,
      }),
    [pathway, chosen, words, narrow, still],
  );
  const first = scene.steps.some(({ step }) => step.ref === picked) ? picked : scene.steps[0]?.step.ref;
  const move = (event: KeyboardEvent, ref: string): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onPick(ref);
    }
    const key = ARROWS.find((one) => one === event.key);
    const to = key === undefined ? null : stepTowards(scene, ref, key);
    if (to === null) return;
    event.preventDefault();
    onPick(to);
    svg.current?.querySelector<SVGGElement>(`[data-ref="${CSS.escape(to)}"]`)?.focus();
  };
  return (
    <svg
      ref={svg}
      className={`pathway ${narrow ? 'narrow' : 'wide'}`}
      viewBox={`0 0 ${scene.width} ${Math.ceil(scene.height)}`}
      role="group"
      aria-labelledby={`${id}t ${id}d`}
    >
      <title id={`${id}t`}>{label}</title>
      <desc id={`${id}d`}>{`${description} ${t('pathway.keys')}`}</desc>
      <g aria-hidden="true">
        {scene.headings.map(({ award, x, y, lines }) => (
          <text key={award ?? ''} className="col">
            {lines.map((line, at) => (
              <tspan key={line} x={x} y={y + at * 18}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
        {scene.links.map(({ from, to, held, d }) => (
          <path key={`${from} ${to}`} className={held ? 'link held' : 'link'} d={d} />
        ))}
      </g>
      {scene.steps.map((one) => (
        <Box
          key={one.step.ref}
          one={one}
          words={words}
          still={still}
          narrow={narrow}
          tried={tried.has(one.step.ref)}
          picked={one.step.ref === picked}
          tab={one.step.ref === first}
          onPick={onPick}
          onKey={move}
        />
      ))}
    </svg>
  );
}

interface BoxProps {
  readonly one: PlacedStep;
  readonly words: PathwayWords;
  readonly still: boolean;
  readonly narrow: boolean;
  readonly tried: boolean;
  readonly picked: boolean;
  readonly tab: boolean;
  readonly onPick: (ref: string) => void;
  readonly onKey: (event: KeyboardEvent, ref: string) => void;
}

function Box({ one: { step, x, y, width, height, lines }, words, still, narrow, tried, picked, tab, onPick, onKey }: BoxProps) {
  const state = words.stateOf(step, tried);
  // A narrow picture has no columns to say which kind of award it is.
  const said = narrow && step.award !== null ? `${state}, ${words.kindOf(step.award)}` : state;
  const mark = still ? 'rule' : tried ? 'tried' : step.state;
  return (
    <g
      className={`step ${mark}${picked ? ' picked' : ''}`}
      data-ref={step.ref}
      data-state={mark}
      role="button"
      tabIndex={tab ? 0 : -1}
      aria-pressed={picked}
      aria-label={`${words.nameOf(step)}, ${words.kindOf(step.award)}: ${state}`}
      onClick={() => onPick(step.ref)}
      onKeyDown={(event) => onKey(event, step.ref)}
    >
      <rect className="box" x={x + 1} y={y + 1} width={width - 2} height={height - 2} rx={2} />
      {mark === 'given' ? <rect className="inner" x={x + 4.5} y={y + 4.5} width={width - 9} height={height - 9} rx={1} /> : null}
      {still ? null : <Mark state={mark} x={x + 12} y={y + 9} />}
      <text className="state" x={x + (still ? 12 : 30)} y={y + 21}>
        {wrap(said, width - 42, 13, 1)[0]}
      </text>
      <text className="name" lang={words.lang}>
        {lines.map((line, at) => (
          <tspan key={`${at}${line}`} x={x + 12} y={y + 40 + at * 18}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** The sign of a state, each another shape. */
function Mark({ state, x, y }: { readonly state: string; readonly x: number; readonly y: number }) {
  if (state === 'earned') return <path className="mark" d={`M${x} ${y + 7}l4 4l8 -9`} />;
  if (state === 'given') return <path className="mark" d={`M${x} ${y + 6}h11m-5 -5l5 5l-5 5`} />;
  if (state === 'next' || state === 'tried') return <path className="mark" d={`M${x + 6} ${y}v12M${x} ${y + 6}h12`} />;
  return <circle className="mark" cx={x + 6} cy={y + 6} r={5} />;
}
