import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { changedParts } from './changes.ts';
import { Compare } from './Compare.tsx';
import type { Content, Part } from './draft.ts';

/** Two have written: both texts side by side, and for each part that differs whose words go on. Nothing is lost before it is chosen. */
export function Settle({
  mine,
  theirs,
  onSettle,
}: {
  readonly mine: Content;
  readonly theirs: Content;
  readonly onSettle: (content: Content) => void;
}) {
  const { t } = useLanguage();
  const [taken, setTaken] = useState<ReadonlySet<Part>>(new Set());
  const differing = changedParts(theirs, mine);
  const result = (): Content =>
    differing.filter((part) => taken.has(part)).reduce((content, part) => ({ ...content, [part]: theirs[part] }), mine);
  return (
    <section className="sec" aria-labelledby="conflict">
      <header>
        <h2 className="h2" id="conflict">
          {t('conflict.title')}
        </h2>
      </header>
      <p className="measure">{t('conflict.text')}</p>
      <Compare
        before={theirs}
        after={mine}
        titles={[t('conflict.theirs'), t('conflict.mine')]}
        take={{
          label: t('conflict.take'),
          taken,
          onTake: (part, isTaken) => {
            const next = new Set(taken);
            if (isTaken) next.add(part);
            else next.delete(part);
            setTaken(next);
          },
        }}
      />
      <div className="acts">
        <button className="btn" type="button" onClick={() => onSettle(result())}>
          {t(taken.size === 0 ? 'conflict.keep-mine' : 'conflict.keep-chosen')}
        </button>
        <button className="btn second" type="button" onClick={() => onSettle(theirs)}>
          {t('conflict.keep-theirs')}
        </button>
      </div>
    </section>
  );
}
