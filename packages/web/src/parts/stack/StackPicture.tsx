import { useId, useMemo, useRef } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { languageOfName } from '../../language/index.ts';
import { useNarrow } from '../use-narrow.ts';
import { layoutStack } from './layout.ts';
import { StackBlock } from './StackBlock.tsx';
import { StackList } from './StackList.tsx';
import { TEXT_CLASS } from './still.ts';
import type { PlacedText, StackItem, StackWords } from './types.ts';
import { useFrame } from './use-frame.ts';

export interface StackPictureProps {
  readonly items: readonly StackItem[];
  readonly frame: { readonly from: string; readonly to: string };
  readonly best: string;
  readonly today: string;
  readonly major: string | null;
  readonly words: StackWords;
  /** The totals in a sentence, for those who do not see the picture. */
  readonly description: string;
  /** The dates of the frame and the result. */
  readonly frameText: string;
  readonly describe: (item: StackItem) => { readonly title: string; readonly lines: readonly string[] };
  readonly onFrame: (from: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The stack: a stair of what counts, a pile by field, a frame of seven years that can be moved, and what hangs below. */
export function StackPicture(props: StackPictureProps) {
  const { t } = useLanguage();
  const id = useId();
  const narrow = useNarrow();
  const { items, frame, today, major, words } = props;
  const scene = useMemo(
    () => layoutStack({ items, window: frame, today, major, need: 40, share: 51, size: narrow ? 'narrow' : 'wide', words }),
    [items, frame, today, major, narrow, words],
  );
  const svg = useRef<SVGSVGElement>(null);
  const moving = useFrame({
    svg,
    items,
    from: frame.from,
    best: props.best,
    today,
    pxPerDay: scene.pxPerDay,
    width: scene.width,
    onFrame: props.onFrame,
  });
  const { plot, frame: edge } = scene;
  const top = scene.lines.filter((line) => line.kind === '51' || line.kind === '51c');
  return (
    <div className="stack-hold">
      <svg
        ref={svg}
        className={`stack ${narrow ? 'narrow' : 'wide'}${moving.dragging ? ' dragging' : ''}`}
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        width={scene.width}
        height={scene.height}
        role="group"
        aria-labelledby={`${id}t ${id}d`}
      >
        <title id={`${id}t`}>{t('stack.title')}</title>
        <desc id={`${id}d`}>{props.description}</desc>
        <rect className="st-out" x={plot.left} y={plot.top} width={plot.right - plot.left} height={plot.bottom - plot.top} />
        <rect className="st-in" x={edge.left} y={plot.top} width={edge.right - edge.left} height={plot.bottom - plot.top} />
        <g aria-hidden="true">
          {scene.lines.map((line) =>
            line.kind === '51' || line.kind === '51c' ? null : (
              <path key={`${line.kind}${line.d}`} className={`st-${line.kind}`} d={line.d} />
            ),
          )}
        </g>
        <g role="img" aria-label={props.description}>
          {scene.pile.map((block) => (
            <StackBlock key={block.item.id} block={block} plain />
          ))}
          {top.map((line) => (
            <path key={line.kind} className={`st-${line.kind}`} d={line.d} />
          ))}
        </g>
        <g aria-hidden="true">
          {scene.texts.map((text) => (
            <Text key={`${text.kind}${text.x}${text.y}${text.text}`} text={text} />
          ))}
        </g>
        <g
          className="st-frame"
          role="slider"
          tabIndex={0}
          aria-orientation="horizontal"
          aria-label={t('stack.frame')}
          aria-valuemin={moving.least}
          aria-valuemax={moving.most}
          aria-valuenow={moving.now}
          aria-valuetext={props.frameText}
          onKeyDown={moving.onKeyDown}
          onPointerDown={moving.onPointerDown}
        >
          <path className="st-frame-line" d={`M${edge.left} ${edge.tab}V${plot.bottom}H${edge.right}V${edge.tab}`} />
          <rect className="st-tab" x={edge.left - 1.2} y={1} width={edge.right - edge.left + 2.4} height={edge.tab - 1} rx={2} />
          {edge.right - edge.left < 260 ? null : (
            <path className="st-grip" d={grips(edge.left + 11, edge.right - 19, edge.tab / 2 - 6)} />
          )}
          <text className="st-tabt" x={(edge.left + edge.right) / 2} y={edge.tab / 2 + 5} textAnchor="middle">
            {words.frame}
          </text>
        </g>
        <StackList scene={scene} describe={props.describe} onToggle={props.onToggle} onOpen={props.onOpen} />
      </svg>
    </div>
  );
}

function Text({ text }: { readonly text: PlacedText }) {
  return (
    <text className={TEXT_CLASS[text.kind]} x={text.x} y={text.y} textAnchor={text.anchor}>
      <tspan lang={text.kind === 'label' && languageOfName(text.text) === 'mi' ? 'mi' : undefined}>{text.text}</tspan>
      {text.tail === undefined ? null : (
        <tspan className={text.tail.kind === 'leave' ? 'st-leave' : 'st-q'} dx={8}>
          {text.tail.text}
        </tspan>
      )}
    </text>
  );
}

function grips(left: number, right: number, top: number): string {
  return [left, left + 4, left + 8, right, right + 4, right + 8].map((x) => `M${x} ${top}v12`).join('');
}
