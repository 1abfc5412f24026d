import { useLanguage } from '../../language/context.tsx';
import { entry } from '../../language/index.ts';
import { changedParts, changedWords } from './changes.ts';
import { type Content, type Part, PARTS } from './draft.ts';
import { partName } from './part-name.ts';

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
  const changed = changedParts(before, after);
  const say = (content: Content, part: Part): readonly string[] => linesOf(content, part, field, (name) => entry(language, name));
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
        {PARTS.map((part) => {
          const [old, now] = [say(before, part), say(after, part)];
          const differs = changed.includes(part);
          if (!differs && old.length === 0) return null;
          return (
            <div role="row" key={part} className={differs ? 'differs' : 'stays'}>
              <span role="rowheader">
                {partName(part, t)}
                {differs ? <small>{t('compare.differs')}</small> : null}
              </span>
              <div role="cell" data-title={titles[0]}>
                <Side own={old} other={now} side="removed" />
              </div>
              <div role="cell" data-title={titles[1]}>
                <Side own={now} other={old} side="added" />
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
          );
        })}
      </div>
    </>
  );
}

/** One side of a part: each line beside the line of the other side that is in its place, its own words marked. */
function Side({
  own,
  other,
  side,
}: {
  readonly own: readonly string[];
  readonly other: readonly string[];
  readonly side: 'added' | 'removed';
}) {
  const { t } = useLanguage();
  if (own.length === 0) return <p className="muted">{t('compare.nothing')}</p>;
  const Mark = side === 'added' ? 'ins' : 'del';
  return (
    <ul>
      {own.map((line, at) => {
        const beside = other.includes(line) ? line : (other[at] ?? '');
        const pieces = side === 'added' ? changedWords(beside, line) : changedWords(line, beside);
        return (
          <li key={line}>
            {pieces
              .filter(({ kind }) => kind === 'same' || kind === side)
              .map((piece, place) =>
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
        );
      })}
    </ul>
  );
}

function linesOf(
  content: Content,
  part: Part,
  field: (slug: string | null) => string,
  known: (name: string) => string | null,
): readonly string[] {
  switch (part) {
    case 'assessments':
    case 'theory':
    case 'practice':
      return content[part].map(({ text }) => text);
    case 'skills':
      return content.skills
        .map(({ label, relation, proficiency }) =>
          [label, known(`author.relation.${relation}`) ?? relation, proficiency ?? ''].filter((one) => one !== '').join(', '),
        )
        .sort();
    case 'gradesAvailable':
      return content.gradesAvailable.map((grade) => known(`result.${grade}`) ?? grade);
    case 'excludes':
      return [...content.excludes].sort();
    case 'field':
      return content.field === null ? [] : [field(content.field)];
    case 'group':
      return content.group === null ? [] : [content.group.id];
    default: {
      const value = content[part];
      return value === null || value === '' ? [] : [String(value)];
    }
  }
}
