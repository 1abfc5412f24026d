import { memo } from 'react';
import { centred, fieldColour, fieldFill } from '../../fields/patterns.ts';
import type { PlacedBlock } from './types.ts';

const BELOW = { spare: 'st-spare', outside: 'st-outside', waiting: 'st-waiting', excluded: 'st-waiting', counted: '' } as const;

/** One block: as high as its credits, in its field's colour and pattern. `plain` is a block of the pile, without number or ring. */
export const StackBlock = memo(function StackBlock({
  block,
  plain = false,
}: {
  readonly block: PlacedBlock;
  readonly plain?: boolean;
}) {
  const { item, width } = block;
  const height = Math.max(0.5, block.height - 1.5);
  const box = centred(item.field, 0, 0, width, height);
  const below = BELOW[item.standing];
  const leaving = !plain && item.leaves !== null;
  const stroke = fieldColour(item.field);
  const pale = below !== '' || item.field === null || leaving;
  return (
    <g className="st-block-shape" style={{ transform: `translate(${block.x}px, ${block.y + 0.75}px)`, transition: 'inherit' }}>
      <rect
        className={below === '' ? (item.field === null ? 'st-none' : undefined) : below}
        transform={`translate(${box.dx} ${box.dy})`}
        x={box.x}
        y={box.y}
        width={width}
        height={height}
        fill={fieldFill(item.field)}
        stroke={below === '' ? undefined : stroke}
        mask={leaving ? 'url(#leaving)' : undefined}
      />
      {leaving ? <path className="st-edge" d={`M0 0v${height}`} /> : null}
      {plain || block.number === null ? null : (
        <text
          className={pale ? 'st-n-pale' : 'st-n'}
          x={width / 2 + (leaving ? 3 : 0)}
          y={height / 2 + 5}
          textAnchor="middle"
          stroke={pale ? undefined : stroke}
        >
          {block.number}
        </text>
      )}
      {plain ? null : <rect className="st-ring" x={-2} y={-2} width={width + 4} height={height + 4} rx={1} />}
    </g>
  );
}, sameBlock);

/** Equal for the eye: a block is drawn again only when it has moved or stands otherwise. */
function sameBlock(a: { readonly block: PlacedBlock }, b: { readonly block: PlacedBlock }): boolean {
  return (
    a.block.x === b.block.x &&
    a.block.y === b.block.y &&
    a.block.height === b.block.height &&
    a.block.width === b.block.width &&
    a.block.item.id === b.block.item.id &&
    a.block.item.standing === b.block.item.standing &&
    a.block.item.leaves === b.block.item.leaves
  );
}
