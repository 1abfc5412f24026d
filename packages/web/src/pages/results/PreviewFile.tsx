import { useNavigate } from '@tanstack/react-router';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import { useTitle } from '../../parts/use-title.ts';
import { foldHeader } from '../../preview/guess-columns.ts';
import type { usePreview } from '../../preview/use-preview.ts';
import { Mapping } from './Mapping.tsx';
import { Marks } from './Marks.tsx';
import { Problems } from './Problems.tsx';
import { SendingFile, useSending } from './Sending.tsx';
import { SheetNotesSaid } from './SheetNotesSaid.tsx';
import { Steps } from './Steps.tsx';

interface PreviewFileProps {
  readonly working: ReturnType<typeof usePreview>;
}

/** A file before it is sent: what is in it, how its columns are read, what would be rejected and what mends it. */
export function PreviewFile({ working }: PreviewFileProps) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const { preview } = working;
  const { file, opened, counted, missing, part, mapping, mends, fault } = preview;
  const { sending, failure, send, stop, goOn } = useSending();
  useTitle(file?.name ?? t('results.title'));
  if (file === null) return null;
  const problems = counted === null ? 0 : counted.rows - counted.passed;
  const direct = fault === 'json';

  const give = async (): Promise<void> => {
    if (opened !== null) {
      const columns = Object.fromEntries(
        opened.header.flatMap((name, at) => (foldHeader(name) === '' ? [] : [[foldHeader(name), mapping[at] ?? null]])),
      );
      const dateOrder = mends.includes('dates-dmy') ? 'dmy' : mends.includes('dates-mdy') ? 'mdy' : null;
      // What could not be remembered is asked again next time; the file goes on.
      await api.put('/api/v1/results/mapping', { body: { columns, dateOrder } }).catch(() => undefined);
      await queries.invalidateQueries({ queryKey: ['mapping'] });
    }
    const id = await send(
      file.name,
      async () => (direct ? file : working.convert()),
      direct ? 'application/x-ndjson' : 'application/gzip',
    );
    if (id === null) return;
    await queries.invalidateQueries({ queryKey: ['imports'] });
    await navigate({ to: '/results/$id', params: { id } });
  };
  const busy = sending !== null;
  return (
    <>
      <p className="eyebrow">
        {file.name}, {counted === null ? '' : `${t('import.rows', { count: counted.rows, rows: wholeNumber(counted.rows) })}, `}
        {sizeOf(file.size, language)}
      </p>
      <h1 className="display">{headline()}</h1>
      <p className="lead top-2">
        {t(fault === null ? 'preview.lead' : fault === 'json' ? 'preview.json' : `preview.fault.${fault}`)}
      </p>
      {fault === null || direct ? <Steps step={counted === null ? 0 : problems > 0 ? 2 : 1} /> : null}
      {opened === null ? null : (
        <Mapping preview={preview} onChange={working.remap} onSheet={(sheet) => working.open(file, sheet)} disabled={busy} />
      )}
      {part === null || busy || counted !== null ? null : (
        <section className="bar" aria-labelledby="reading">
          <div className="cap">
            <h2 className="h2" id="reading">
              {t('preview.reading', { rows: wholeNumber(preview.rowsRead) })}
            </h2>
          </div>
          <progress max={100} value={Math.floor(part * 100)} aria-labelledby="reading">
            {Math.floor(part * 100)}%
          </progress>
        </section>
      )}
      {counted === null || missing.length > 0 ? null : (
        <>
          <dl className="totals three">
            <div>
              <dt>
                {t('preview.passed')}
                <small>{t('preview.passed-text')}</small>
              </dt>
              <dd>{wholeNumber(counted.passed)}</dd>
            </div>
            <div>
              <dt>
                {t('total.rejected')}
                <small>
                  {problems === 0 ? t('preview.none-found') : t('total.rejected-text', { count: counted.problems.length })}
                </small>
              </dt>
              <dd className={problems > 0 ? 'stop' : undefined}>{wholeNumber(problems)}</dd>
            </div>
            <div>
              <dt>
                {t('preview.mended')}
                <small>{t('preview.mended-text')}</small>
              </dt>
              <dd className="muted">{mends.length}</dd>
            </div>
          </dl>
          <Marks marks={counted.marks} rows={counted.rows} />
          <SheetNotesSaid notes={preview.notes} encoding={opened?.encoding ?? ''} />
          <Problems working={working} disabled={busy} />
        </>
      )}
      <SendingFile sending={sending} failure={failure} name={file.name} onStop={stop} onGoOn={goOn} />
      <div className="acts">
        <button
          type="button"
          className="btn"
          disabled={busy || part !== null || !(direct || (counted !== null && missing.length === 0 && counted.rows > 0))}
          onClick={() => void give()}
        >
          {t('preview.send')}
        </button>
        <button type="button" className="link" disabled={busy} onClick={working.forget}>
          {t('preview.other')}
        </button>
        <p className="small muted measure">{t('preview.send-text')}</p>
      </div>
    </>
  );

  function headline(): string {
    if (fault !== null && !direct) return t('preview.headline.fault');
    if (direct) return t('preview.headline.json');
    if (missing.length > 0) return t('preview.headline.columns');
    if (counted === null) return t('preview.headline.reading');
    return problems === 0
      ? t('preview.headline.clean')
      : t('preview.headline.problems', { count: problems, rows: wholeNumber(problems) });
  }
}

function sizeOf(bytes: number, language: string): string {
  const format = (value: number, unit: string): string =>
    `${new Intl.NumberFormat(language === 'mi' ? 'en-NZ' : language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
  return bytes >= 1e9 ? format(bytes / 1e9, 'GB') : bytes >= 1e6 ? format(bytes / 1e6, 'MB') : format(bytes / 1e3, 'kB');
}
