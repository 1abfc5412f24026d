import { useLanguage } from '../../language/context.tsx';
import { entry } from '../../language/index.ts';
import type { Content, Part } from './draft.ts';
import { partName } from './part-name.ts';
import { sideBySide, type SideRow } from './side-by-side.ts';

/** Two texts of a definition side by side: every part, what changed marked in both, what stayed in grey. */
export function Compare({
  before,
  after,
  titles,
  take,
}: {
  readonly before: Content;
  readonly after: Content;
  readonly titles: readonly [before: string, after: string];
  /** A box beside each part that differs, to take the first text there. */
  readonly take?: {
    readonly label: string;
    readonly taken: ReadonlySet<Part>;
    readonly onTake: (part: Part, isTaken: boolean) => void;
  };
}) {
  const { t, language, field } = useLanguage();
  const rows = sideBySide(before, after, field, (name) => entry(language, name));
  const changed = rows.filter(({ differs }) => differs).map(({ part }) => part);
  return (
    <>
      <p className="say top-2" role="status">
        {changed.length === 0
          ? t('compare.same')
          : t('compare.changed', { count: changed.length, parts: changed.map((part) => partName(part, t)).join(', ') })}
      </p>
      <div className="compare" role="table" aria-label={t('compare.title')}>
        <div role="row" className="compare-head">
          <span role="columnheader" className="unseen">
            {t('compare.part')}
          </span>
          <span role="columnheader">{titles[0]}</span>
          <span role="columnheader">{titles[1]}</span>
        </div>
        {rows.map(({ part, differs, before: old, after: now }) => (
          <div role="row" key={part} className={differs ? 'differs' : 'stays'}>
            <span role="rowheader">
              {partName(part, t)}
              {differs ? <small>{t('compare.differs')}</small> : null}
            </span>
            <div role="cell" data-title={titles[0]}>
              <Side lines={old} side="removed" />
            </div>
            <div role="cell" data-title={titles[1]}>
              <Side lines={now} side="added" />
              {!differs || take === undefined ? null : (
                <label className="keep-theirs">
                  <input
                    className="choice"
                    type="checkbox"
                    checked={take.taken.has(part)}
                    onChange={(event) => take.onTake(part, event.target.checked)}
                  />
                  <span>{take.label}</span>
                </label>
              )}
            </div>
          </div>
        ))}
      </div>
    </>
  );
}

/** One side of a part: its lines, its own words marked. */
function Side({ lines, side }: { readonly lines: SideRow['before']; readonly side: 'added' | 'removed' }) {
  const { t } = useLanguage();
  if (lines.length === 0) return <p className="muted">{t('compare.nothing')}</p>;
  const Mark = side === 'added' ? 'ins' : 'del';
  return (
    <ul>
      {lines.map((pieces) => (
        <li key={pieces.map(({ text }) => text).join('')}>
          {pieces.map((piece, place) =>
            piece.kind === 'same' || piece.text.trim() === '' ? (
              piece.text
            ) : (
              // oxlint-disable-next-line react/no-array-index-key -- pieces of one fixed text
              <Mark key={place}>
                <span className="unseen">{t(side === 'added' ? 'compare.added' : 'compare.removed')} </span>
                {piece.text}
              </Mark>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}
