import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import { api, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { History } from './History.tsx';

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
  const { t } = useLanguage();
  const trouble = useTrouble();
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useTitle(t('results.title'));

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
      <p className="top-3">
        <Link to="/results/disputes">{t('dispute.ours')}</Link>
      </p>
      <History />
    </>
  );
}
