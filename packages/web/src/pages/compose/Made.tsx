import { convertSize, type Definition, sizeInWords } from '@recognition/recognition/frameworks';
import { useLanguage } from '../../language/context.tsx';
import { UnitName } from './Library.tsx';
import { type Composing, frameworkOf, kindOfBundling, makeOf, saidOf, withFile } from './model.ts';
import { save } from './save.ts';
import { SaidList } from './SaidList.tsx';

/** What the picked units make: the units once each, their size, what the rules say, and the file. */
export function Made({
  composing,
  definitions,
  onChange,
}: {
  readonly composing: Composing;
  readonly definitions: readonly Definition[];
  readonly onChange: (next: Composing) => void;
}) {
  const { t, language } = useLanguage();
  const made = makeOf(composing, definitions);
  const said = saidOf(composing, made, definitions);
  const kind = kindOfBundling(composing, definitions);
  const { unit } = frameworkOf(composing);
  return (
    <>
      {kind === undefined ? null : (
        <p className={kind === null ? 'say wait' : 'say'}>
          {t(`compose.kind.${kind ?? 'neither'}`)} <small lang="en">TESDA Circular 07-2016</small>
        </p>
      )}
      {made.ok ? (
        <>
          <p className="top-2">
            <b>{t('compose.units-count', { count: made.definition.parts.length })}</b>
            {made.definition.minutes === null ? (
              <>, {t('compose.unsized')}</>
            ) : (
              <>
                , {sizeInWords(made.definition.minutes, unit, language)}
                {convertSize(made.definition.minutes, frameworkOf(composing)).exact ? '' : ` ${t('compose.not-whole')}`}
              </>
            )}
          </p>
          <ul className="rows made-units" aria-label={t('compose.made-units')}>
            {made.definition.parts.map((part) => (
              <li key={part.ref}>
                <UnitName composing={composing} part={part} />
                <span className="muted small">
                  {definitions
                    .filter(({ id }) => composing.picked.some(({ from, ref }) => from === id && ref === part.ref))
                    .map(({ id }) => id)
                    .join(', ')}
                </span>
                <b className="small">{made.once.includes(part.ref) ? t('compose.once') : ''}</b>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3 className="h3 top-3">{t('compose.checks')}</h3>
      <SaidList said={said} />
      {made.ok ? (
        <div className="acts">
          <button
            type="button"
            className="btn"
            disabled={made.definition.title === ''}
            onClick={() => save(`${made.definition.id}.json`, [made.definition])}
          >
            {t('compose.download')}
          </button>
          <button
            type="button"
            className="btn second"
            disabled={made.definition.title === ''}
            onClick={() =>
              onChange({
                ...withFile(composing, [made.definition]),
                picked: [],
                made: { ...composing.made, id: nextId(made.definition.id), title: '' },
              })
            }
          >
            {t('compose.put-beside')}
          </button>
        </div>
      ) : null}
    </>
  );
}

/** The next free-looking id: made-1, made-2. */
function nextId(id: string): string {
  const number = /-(\d{1,6})$/u.exec(id)?.[1];
  return number === undefined ? `${id.slice(0, 60)}-2` : `${id.slice(0, -number.length)}${Number(number) + 1}`;
}
