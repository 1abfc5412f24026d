import type { Definition } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { UnitName } from './Library.tsx';
import { apartOf, type Composing, madeAwards } from './model.ts';
import { save } from './save.ts';
import { SaidList } from './SaidList.tsx';

const MOST_PIECES = 9;

/** A qualification split into pieces: each unit goes to one, all of them are covered, and each keeps its identity. */
export function TakeApart({
  composing,
  definitions,
  onChange,
}: {
  readonly composing: Composing;
  readonly definitions: readonly Definition[];
  readonly onChange: (next: Composing) => void;
}) {
  const { t, language } = useLanguage();
  const apart = apartOf(composing, definitions);
  if (apart === null) return <p className="muted">{t('compose.choose-whole')}</p>;
  const put = (ref: string, piece: number): void => onChange({ ...composing, pieces: { ...composing.pieces, [ref]: piece } });
  const most = Math.min(MOST_PIECES, Math.max(1, ...Object.values(composing.pieces)) + 1);
  return (
    <>
      <div className="field">
        <label htmlFor="piece-award">{t('compose.piece-award')}</label>
        <select
          id="piece-award"
          className="input"
          value={composing.made.award}
          onChange={(event) => onChange({ ...composing, made: { ...composing.made, award: event.target.value } })}
        >
          {madeAwards(composing.framework).map((award) => (
            <option key={award.id} value={award.id}>
              {award.title[language]}
            </option>
          ))}
        </select>
      </div>
      <ul className="rows made-units" aria-label={t('compose.made-units')}>
        {apart.units.map((part) => (
          <li key={part.ref}>
            <UnitName composing={composing} part={part} />
            <span />
            <select
              className="input slim-select"
              aria-label={t('compose.piece-of', { ref: part.ref })}
              value={composing.pieces[part.ref] ?? 0}
              onChange={(event) => put(part.ref, Number(event.target.value))}
            >
              <option value={0}>{t('compose.no-piece')}</option>
              {Array.from({ length: most }, (_, at) => (
                <option key={at + 1} value={at + 1}>
                  {t('compose.piece', { n: at + 1 })}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <p className={apart.open.length === 0 ? 'say top-2' : 'say wrong top-2'} role="status">
        {apart.open.length === 0
          ? t('compose.covered', { count: apart.units.length })
          : t('compose.open', { refs: apart.open.join(', ') })}
      </p>
      {apart.pieces.map(({ definition, said }) => (
        <section key={definition.id} className="course-card" aria-label={definition.title}>
          <h3 className="h3">{definition.title}</h3>
          <p className="muted small">
            <code>{definition.id}</code> · {definition.parts.map(({ ref }) => ref).join(', ')}
          </p>
          <SaidList said={said} />
        </section>
      ))}
      {apart.pieces.length === 0 ? null : (
        <div className="acts">
          <button
            type="button"
            className="btn"
            onClick={() =>
              save(
                `${composing.apart ?? 'pieces'}-pieces.json`,
                apart.pieces.map(({ definition }) => definition),
              )
            }
          >
            {t('compose.download')}
          </button>
        </div>
      )}
    </>
  );
}
