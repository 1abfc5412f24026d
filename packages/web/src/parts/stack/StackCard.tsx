import type { PlacedBlock, StackScene } from './types.ts';

const WIDTH = 340;
const HEIGHT = 170;

interface StackCardProps {
  readonly block: PlacedBlock;
  readonly scene: StackScene;
  readonly words: { readonly title: string; readonly lines: readonly string[] };
  readonly hint: string;
}

/** What a block is, in words, beside it. The list already says the same to a screen reader. */
export function StackCard({ block, scene, words, hint }: StackCardProps) {
  const width = Math.min(WIDTH, scene.width);
  const x = Math.max(0, Math.min(scene.width - width, block.x + block.width / 2 - width / 2));
  const under = block.y + block.height + 12;
  const y = under + HEIGHT > scene.height ? Math.max(0, block.y - HEIGHT - 12) : under;
  return (
    <foreignObject x={x} y={y} width={width} height={HEIGHT} aria-hidden="true" pointerEvents="none" overflow="visible">
      <div className="card-line">
        <b>{words.title}</b>
        {words.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {hint === '' ? null : <p className="muted">{hint}</p>}
      </div>
    </foreignObject>
  );
}
