import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../language/context.tsx';
import { wholeNumber } from '../language/index.ts';
import { movedTo } from './long-table-keys.ts';

export interface LongColumn<Row> {
  readonly id: string;
  readonly header: ReactNode;
  /** A track of CSS grid, such as `120px` or `minmax(0, 2fr)`. */
  readonly width: string;
  /** What stands in the cell. Links and buttons in it take `tabIndex={active ? 0 : -1}`, so that Tab meets those of one row only. */
  readonly renderCell: (row: Row, active: boolean) => ReactNode;
  readonly numeric?: boolean;
}

interface LongTableProps<Row> {
  /** Says what the table holds, to a screen reader. */
  readonly label: string;
  readonly columns: readonly LongColumn<Row>[];
  /** How many rows there are in all, also of those that are not here yet. */
  readonly count: number;
  /** The row at this place; undefined while it is on its way: grey stands there, of the same height. */
  readonly row: (index: number) => Row | undefined;
  /** Told which places are in sight (the last is not included), to fetch what is missing. */
  readonly onSight?: (from: number, to: number) => void;
  /** Enter or a double click on a row. */
  readonly onOpen?: (row: Row) => void;
  /** The usual height of a row in pixels; real heights are measured. */
  readonly rowHeight?: number;
}

/**
 * A table of any length: only the rows in sight are in the page. It is a grid of its own: one stop for Tab, arrows, Page Up and Page
 * Down, Home and End move between rows, each row tells a screen reader its place among all. On a narrow screen cells stand under
 * each other, each with its column's name.
 */
export function LongTable<Row>({ label, columns, count, row, onSight, onOpen, rowHeight = 44 }: LongTableProps<Row>) {
  const { t } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const name = useId();
  const [active, setActive] = useState(0);
  const moving = useRef(false);
  // What it answers is used here only, and handed to nothing that is memoized.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const inSight = virtual.getVirtualItems();
  const from = inSight[0]?.index ?? 0;
  const to = (inSight.at(-1)?.index ?? -1) + 1;
  const here = Math.min(active, Math.max(0, count - 1));

  useEffect(() => {
    if (to > from) onSight?.(from, to);
  }, [from, to, onSight]);

  // The row that the keyboard moved to is focused once it is in the page.
  useEffect(() => {
    if (!moving.current) return;
    const found = box.current?.querySelector<HTMLElement>(`[data-index="${here}"]`);
    if (found === null || found === undefined) return;
    moving.current = false;
    found.focus({ preventScroll: true });
  });

  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target instanceof HTMLElement && event.target.dataset['index'] === undefined && event.target !== box.current)
      return;
    const opened = event.key === 'Enter' ? row(here) : undefined;
    if (opened !== undefined && onOpen !== undefined) {
      event.preventDefault();
      onOpen(opened);
      return;
    }
    const height = box.current?.clientHeight ?? 0;
    const next = movedTo(event.key, here, count, Math.max(1, Math.floor(height / rowHeight) - 1));
    if (next === null) return;
    event.preventDefault();
    moving.current = true;
    setActive(next);
    virtual.scrollToIndex(next);
  };

  const tracks = columns.map((column) => column.width).join(' ');
  const shown = inSight.some((item) => item.index === here);
  return (
    <div
      ref={box}
      className="long"
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-describedby={name}
      tabIndex={shown ? -1 : 0}
      onKeyDown={onKey}
    >
      <p className="unseen" id={name}>
        {t('long.keys', { count, rows: wholeNumber(count) })}
      </p>
      <div role="rowgroup" className="long-head">
        <div role="row" aria-rowindex={1} className="long-row" style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <span key={column.id} role="columnheader" className={column.numeric === true ? 'r' : undefined}>
              {column.header}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="long-body" style={{ height: virtual.getTotalSize() }}>
        {inSight.map((item) => {
          const held = row(item.index);
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 2}
              aria-busy={held === undefined ? true : undefined}
              tabIndex={item.index === here ? 0 : -1}
              className="long-row"
              style={{ gridTemplateColumns: tracks, transform: `translateY(${item.start}px)` }}
              onFocus={() => setActive(item.index)}
              onDoubleClick={held === undefined || onOpen === undefined ? undefined : () => onOpen(held)}
            >
              {columns.map((column) => (
                <span key={column.id} role="gridcell" className={column.numeric === true ? 'r' : undefined}>
                  <span className="long-name" aria-hidden="true">
                    {column.header}
                  </span>
                  {held === undefined ? (
                    <span className="bone" />
                  ) : (
                    <span className="long-value">{column.renderCell(held, item.index === here)}</span>
                  )}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
