import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import { api, importsQuery, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, shortDate, wholeNumber } from '../../language/index.ts';
import { Trouble, useTrouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';

/** Sends a file to be checked; nothing is recorded. Answers the id to follow it by. */
function checkFile(file: File): Promise<{ readonly id: string }> {
  return api.upload('/api/v1/results/imports', file, {
    query: { dryRun: true, name: file.name },
    headers: {
      'content-type': /\.(nd)?jsonl?(\.gz)?$/i.test(file.name) ? 'application/x-ndjson' : 'text/csv',
      ...(/\.gz$/i.test(file.name) ? { 'content-encoding': 'gzip' } : {}),
    },
  });
}

/** Report results: give a file, which is checked before anything is recorded; and the files given before. */
export function ResultsPage() {
  const { t, language } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery(importsQuery);
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useTitle(t('results.title'));
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;

  const send = async (chosen: File): Promise<void> => {
    setFile(chosen);
    setSending(true);
    setFailure(null);
    try {
      const { id } = await checkFile(chosen);
      await navigate({ to: '/results/$id', params: { id } });
    } catch (problem) {
      setFailure(problem);
      setSending(false);
    }
  };
  return (
    <>
      <p className="eyebrow">{session?.organisation?.name ?? ''}</p>
      <h1 className="display">{t('results.headline')}</h1>
      <p className="lead top-2">{t('results.lead')}</p>
      <DropZone
        className="drop"
        aria-label={t('results.drop')}
        onDrop={(event) => {
          const item = event.items.find((one) => one.kind === 'file');
          if (item?.kind === 'file') void item.getFile().then(send);
        }}
      >
        <p>{sending && file !== null ? t('results.sending', { name: file.name }) : t('results.drop')}</p>
        <FileTrigger
          acceptedFileTypes={['.csv', '.ndjson', '.jsonl', '.gz']}
          onSelect={(files) => {
            const chosen = files?.item(0);
            if (chosen !== undefined && chosen !== null) void send(chosen);
          }}
        >
          <Button className="btn" isDisabled={sending}>
            {t('results.pick')}
          </Button>
        </FileTrigger>
        <p className="small muted">{t('results.columns')}</p>
      </DropZone>
      {failure === null ? null : (
        <div className="say wrong top-2" role="alert">
          <span>{trouble(failure)}</span>
          {file === null ? null : (
            <button type="button" className="link" onClick={() => void send(file)}>
              {t('results.send-again', { name: file.name })}
            </button>
          )}
        </div>
      )}
      <section className="sec" aria-labelledby="before">
        <header>
          <h2 className="h2" id="before">
            {t('results.before')}
          </h2>
        </header>
        {data === undefined ? <Waiting /> : null}
        {data?.items.length === 0 ? <p className="muted">{t('results.none')}</p> : null}
        {data === undefined || data.items.length === 0 ? null : (
          <ul className="log">
            {data.items.map((one) => (
              <li key={one.id}>
                <span>{one.startedAt === null ? '' : shortDate(dateOfInstant(one.startedAt), language)}</span>
                <span>
                  <Link to="/results/$id" params={{ id: one.id }}>
                    {one.name}
                  </Link>{' '}
                  <span className="muted">
                    {t(one.dryRun ? `import.dry.${one.state}` : `import.${one.state}`)}.{' '}
                    {t('import.rows', { count: one.rows, rows: wholeNumber(one.rows) })}
                    {one.rejected === 0
                      ? ''
                      : `, ${t('import.rejects', { count: one.rejected, rows: wholeNumber(one.rejected) })}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
