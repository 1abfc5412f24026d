import { useEffect, useMemo, useState } from 'react';
import type { Redecided } from '../../deciding/decide.ts';
import { type Frame, itemsOf, type Line, RULE, sumsOf } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { describer, stackWords } from '../../parts/stack/words.ts';
import { fieldSums } from '../../parts/stack/layout-pile.ts';
import { StackKey } from '../../parts/stack/StackKey.tsx';
import { StackPicture } from '../../parts/stack/StackPicture.tsx';
import type { Picks } from './use-picks.ts';

interface RecordStackProps {
  readonly lines: readonly Line[];
  readonly frame: Frame;
  readonly best: string;
  readonly today: string;
  readonly picks: Picks;
  readonly state: Redecided;
  readonly onFrame: (from: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The stack of a record, with its caption, its key on phones, the way back, and one polite announcement once it rests. */
export function RecordStack({ lines, frame, best, today, picks, state, onFrame, onOpen }: RecordStackProps) {
  const { t, language, field } = useLanguage();
  const items = useMemo(() => itemsOf(lines, picks.counted, frame, today), [lines, picks.counted, frame, today]);
  const { total, largest } = useMemo(() => sumsOf(lines, picks.counted), [lines, picks.counted]);
  const words = useMemo(
    () =>
      stackWords(language, {
        total,
        largest,
        frame,
        missing: state.missing,
        by: state.by,
      }),
    [language, total, largest, frame, state.missing, state.by],
  );
  const describe = useMemo(() => describer(language, lines, today), [language, lines, today]);
  const result =
    total === 0 || largest === null
      ? t('stack.result-none')
      : t(state.major === null ? 'stack.result' : 'stack.result-major', {
          sum: total,
          field: field(largest.field),
          credits: largest.credits,
        });
  const frameText = t('stack.frame-text', { from: shortDate(frame.from, language), to: shortDate(frame.to, language), result });
  const said = useRested(picks.untouched ? '' : frameText);
  const sums = fieldSums(
    items.filter((item) => item.standing === 'counted'),
    state.major,
    field,
  );
  const below = items.filter((item) => item.standing !== 'counted');
  const moved = frame.from !== best;
  return (
    <section className="picture" aria-labelledby="stack-title">
      <div className="cap">
        <h2 className="h2" id="stack-title">
          {t('stack.title')}
        </h2>
        <p className="small muted">{t('stack.how')}</p>
      </div>
      <StackPicture
        items={items}
        frame={frame}
        best={best}
        today={today}
        major={state.major}
        words={words}
        description={`${result} ${t('stack.see-table')}`}
        frameText={frameText}
        describe={describe}
        onFrame={onFrame}
        onToggle={picks.toggle}
        onOpen={onOpen}
      />
      <StackKey sums={sums} />
      <div className="stack-foot">
        <p className="small muted measure">
          {t('stack.lasting')} {below.length === 0 ? '' : t('stack.below-count', { count: below.length })}
        </p>
        {moved || picks.edited ? (
          <p>
            <button
              type="button"
              className="link"
              onClick={() => {
                picks.reset();
                onFrame(best);
              }}
            >
              {t('stack.back', { credits: RULE.credits })}
            </button>
          </p>
        ) : null}
      </div>
      <p className="unseen" aria-live="polite">
        {said}
      </p>
    </section>
  );
}

/** A text, once it has not changed for 400 ms. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 400);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
