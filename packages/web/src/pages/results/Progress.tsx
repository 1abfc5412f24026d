import type { ImportProgress } from '@recognition/client';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { Marks } from './Marks.tsx';

interface ProgressProps {
  readonly run: ImportProgress;
  readonly running: boolean;
  readonly busy: boolean;
  readonly onStop: () => void;
}

/** How far a run is, how fast it goes, when it will be done; under it, where in the file the rejected rows lie. */
export function Progress({ run, running, busy, onStop }: ProgressProps) {
  const { t } = useLanguage();
  const bytes = run.bytesTotal !== null && run.bytesTotal > 0 ? run.bytesRead / run.bytesTotal : null;
  // While a file is still being read its number of rows is not known: its bytes tell how far it is.
  const part =
    run.state === 'done' ? 1 : bytes !== null && run.state === 'receiving' ? bytes : run.rows === 0 ? 0 : run.done / run.rows;
  const percent = Math.floor(part * 100);
  return (
    <section className="bar" aria-labelledby="bar">
      <div className="cap">
        <h2 className="h2" id="bar">
          {t('import.done-of', { done: wholeNumber(run.done), rows: wholeNumber(run.rows) })}
        </h2>
        {running ? (
          <p>
            {run.rowsPerSecond !== null && run.rowsPerSecond > 0
              ? t('import.rate', { rate: wholeNumber(run.rowsPerSecond) })
              : ''}{' '}
            {run.secondsLeft === null ? '' : t('import.seconds', { count: Math.ceil(run.secondsLeft) })}{' '}
            <button type="button" className="btn second slim" disabled={busy} onClick={onStop}>
              {t('import.stop')}
            </button>
          </p>
        ) : null}
      </div>
      <progress max={100} value={percent} aria-labelledby="bar">
        {percent}%
      </progress>
      <Marks marks={run.marks} rows={run.rows} />
    </section>
  );
}
