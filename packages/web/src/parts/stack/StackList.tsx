import { type KeyboardEvent, useId, useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { StackBlock } from './StackBlock.tsx';
import { StackCard } from './StackCard.tsx';
import type { StackItem, StackScene } from './types.ts';

export interface StackListProps {
  readonly scene: StackScene;
  readonly describe: (item: StackItem) => { readonly title: string; readonly lines: readonly string[] };
  readonly onToggle: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The blocks as one list: up and down walk the stair and then what hangs below, Space takes out or puts back, Enter opens. */
export function StackList({ scene, describe, onToggle, onOpen }: StackListProps) {
  const { t } = useLanguage();
  const id = useId();
  const [active, setActive] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const blocks = [...scene.stair, ...scene.below];
  const at = blocks.findIndex((block) => block.item.id === active);
  const current = blocks[at];

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = blocks[at === -1 ? 0 : Math.min(blocks.length - 1, Math.max(0, at + step))];
      setActive(next?.item.id ?? null);
      setShown(true);
    } else if (event.key === ' ' && current !== undefined) {
      event.preventDefault();
      if (canToggle(current.item)) onToggle(current.item.id);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      onOpen(current.item.id);
    } else if (event.key === 'Escape') setShown(false);
  };
  if (blocks.length === 0) return null;
  return (
    <>
      <g
        className="stack-list"
        role="listbox"
        tabIndex={0}
        aria-multiselectable="true"
        aria-label={t('stack.list')}
        aria-activedescendant={current === undefined ? undefined : `${id}${current.item.id}`}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (current === undefined) setActive(blocks[0]?.item.id ?? null);
        }}
        onBlur={() => setShown(false)}
        onPointerLeave={() => setShown(false)}
      >
        {blocks.map((block) => {
          const words = describe(block.item);
          return (
            <g
              key={block.item.id}
              id={`${id}${block.item.id}`}
              role="option"
              aria-selected={block.item.standing === 'counted'}
              aria-label={[words.title, ...words.lines].join('. ')}
              className={`st-block${block.item.id === active ? (shown ? ' at on' : ' at') : ''}`}
              onClick={() => (canToggle(block.item) ? onToggle(block.item.id) : onOpen(block.item.id))}
              onPointerEnter={(event) => {
                if (event.pointerType !== 'mouse') return;
                setActive(block.item.id);
                setShown(true);
              }}
            >
              <StackBlock block={block} />
            </g>
          );
        })}
      </g>
      {shown && current !== undefined ? (
        <StackCard
          block={current}
          scene={scene}
          words={describe(current.item)}
          hint={canToggle(current.item) ? t(current.item.standing === 'counted' ? 'stack.takes-out' : 'stack.puts-in') : ''}
        />
      ) : null}
    </>
  );
}

function canToggle(item: StackItem): boolean {
  return item.standing === 'counted' || item.standing === 'spare' || item.standing === 'outside';
}
