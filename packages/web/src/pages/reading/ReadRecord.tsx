import type { Reading } from '@recognition/client';
import type { Decision } from '@recognition/recognition';
import { useMemo, useState } from 'react';
import { redecided } from '../../deciding/decide.ts';
import { bestFrame, frameFrom, linesOf } from '../../deciding/model.ts';
import { useLanguage } from '../../language/context.tsx';
import { longDate } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { Earned } from '../record/Earned.tsx';
import { RecordStack } from '../record/RecordStack.tsx';
import { usePicks } from '../record/use-picks.ts';

interface ReadRecordProps {
  readonly reading: Reading;
  /** The reason that was given, in words. */
  readonly why: string;
  readonly onDone: () => void;
}

/** A learner's record as a provider reads it: whose, what for, the stack, what was earned. It is kept nowhere. */
export function ReadRecord({ reading, why, onDone }: ReadRecordProps) {
  const { t, language } = useLanguage();
  const { decision, record, learnerName, asOf } = reading;
  useTitle(t('reading.of-title'));
  return (
    <>
      <p className="eyebrow">{t('reading.of', { why, date: longDate(asOf, language) })}</p>
      <h1 className="display">
        <Name>{learnerName}</Name>
      </h1>
      <p className="lead top-2">{t(record.achievements.length === 0 ? 'reading.empty' : 'reading.logged')}</p>
      <div className="acts">
        <button type="button" className="btn second" onClick={onDone}>
          {t('reading.done')}
        </button>
      </div>
      {record.achievements.length === 0 ? null : decision === null ? (
        <OnlyEarned reading={reading} />
      ) : (
        <Stack reading={reading} decision={decision} />
      )}
    </>
  );
}

function Stack({ reading, decision }: { readonly reading: Reading; readonly decision: Decision }) {
  const lines = useMemo(() => linesOf(reading.record, decision), [reading, decision]);
  const best = useMemo(() => bestFrame(decision, reading.asOf), [reading, decision]);
  const [from, setFrom] = useState(best.from);
  const frame = useMemo(() => frameFrom(from), [from]);
  const picks = usePicks(reading.record, decision, reading.asOf, frame, best.from);
  const atRest = useMemo(() => redecided(decision), [decision]);
  return (
    <>
      <RecordStack
        lines={lines}
        frame={frame}
        best={best.from}
        today={reading.asOf}
        picks={picks}
        state={picks.untouched ? atRest : picks.state}
        onFrame={setFrom}
        onOpen={(id) => document.getElementById(`line-${id}`)?.scrollIntoView({ block: 'center' })}
      />
      <Earned data={reading} lines={lines} own={false} />
    </>
  );
}

function OnlyEarned({ reading }: { readonly reading: Reading }) {
  const lines = useMemo(() => linesOf(reading.record, null), [reading]);
  return <Earned data={reading} lines={lines} own={false} />;
}
