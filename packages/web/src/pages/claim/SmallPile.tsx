import { RULE } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { fieldSums } from '../../parts/stack/layout-pile.ts';
import { StackBlock } from '../../parts/stack/StackBlock.tsx';
import type { StackItem } from '../../parts/stack/types.ts';

/** The pile by itself, small: blocks by field, the line of 40 and the mark of 51%. The numbers stand beside it in words. */
export function SmallPile({
  items,
  major,
  perCredit = 2.4,
  width = 36,
}: {
  readonly items: readonly StackItem[];
  readonly major: string | null;
  readonly perCredit?: number;
  readonly width?: number;
}) {
  const { field } = useLanguage();
  const total = items.reduce((sum, item) => sum + item.credits, 0);
  const base = Math.max(RULE.credits, total) * perCredit + 12;
  const left = 40;
  const line = base - RULE.credits * perCredit;
  const mark = base - (total * RULE.share * perCredit) / 100;
  return (
    <svg
      className="stack"
      width={left + width + 34}
      height={base + 4}
      viewBox={`0 0 ${left + width + 34} ${base + 4}`}
      aria-hidden="true"
    >
      {placed(
        fieldSums(items, major, field).flatMap((part) => part.items),
        base,
        perCredit,
      ).map(({ item, y }) => (
        <StackBlock key={item.id} plain block={{ item, x: left, y, width, height: item.credits * perCredit, number: null }} />
      ))}
      <path className="st-need" d={`M${left - 4} ${line}h${width + 8}`} />
      <text className="st-strong" x={left + width + 8} y={line + 5}>
        {RULE.credits}
      </text>
      {total === 0 ? null : (
        <>
          <path className="st-51c" d={`M${left} ${mark}h${width}`} />
          <path className="st-51" d={`M${left - 6} ${mark}h${width + 9}`} />
          <text className="st-strong" x={left - 9} y={mark + 5} textAnchor="end">
            {RULE.share}%
          </text>
        </>
      )}
      <path className="st-axis" d={`M${left} ${base}h${width}`} />
    </svg>
  );
}

function placed(items: readonly StackItem[], base: number, perCredit: number): { item: StackItem; y: number }[] {
  let sum = 0;
  return items.map((item) => {
    sum += item.credits;
    return { item, y: base - sum * perCredit };
  });
}
