import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import { api, sessionQuery } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { takeOver } from '../../preview/hand-over.ts';
import { type Remembered, usePreview } from '../../preview/use-preview.ts';
import { BankWays } from '../ledger/BankWays.tsx';
import { History } from './History.tsx';
import { PreviewFile } from './PreviewFile.tsx';

/** Report results: give a file, which is checked here and then by the service before anything is recorded; and the files given before. */
export function ResultsPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['mapping'],
    queryFn: () => api.get('/api/v1/results/mapping'),
    staleTime: 0,
  });
  if (data !== undefined) return <Results remembered={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Results({ remembered: now }: { readonly remembered: Remembered }) {
  const { t } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  // What was remembered when the page came: a later answer must not read a file anew.
  const [remembered] = useState(now);
  const working = usePreview(remembered);
  const { preview, open } = working;
  useTitle(t('results.title'));
  useEffect(() => {
    const handed = takeOver();
    if (handed !== null) open(handed);
    // Once, when the page comes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  if (preview.file !== null) return <PreviewFile working={working} />;
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
          if (item?.kind === 'file') void item.getFile().then((file) => open(file));
        }}
      >
        <p>{t('results.drop')}</p>
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', '.tsv', '.xlsx', '.ndjson', '.jsonl', '.gz']}
          onSelect={(files) => {
            const chosen = files?.item(0);
            if (chosen !== undefined && chosen !== null) open(chosen);
          }}
        >
          <Button className="btn">{t('results.pick')}</Button>
        </FileTrigger>
        <p className="small muted measure">{t('results.columns')}</p>
      </DropZone>
      <p className="top-3">
        <Link to="/results/disputes">{t('dispute.ours')}</Link> · <Link to="/results/transfers">{t('transfer.ours')}</Link>
      </p>
      <ul className="ways">
        <li>
          <Link to="/results/one">{t('results.way-one')}</Link>
          <span>{t('results.way-one-text')}</span>
        </li>
        <li>
          <a href="/api/v1/providers/me/results/export" download>
            {t('results.way-export')}
          </a>
          <span>{t('results.way-export-text')}</span>
        </li>
        {session?.roles.includes('administrator') === true ? (
          <li>
            <Link to="/results/systems">{t('results.way-systems')}</Link>
            <span>{t('results.way-systems-text')}</span>
          </li>
        ) : null}
        <li>
          <Link to="/results/told">{t('told.title')}</Link>
          <span>{t('told.way')}</span>
        </li>
        <li>
          <Link to="/results/consistency">{t('consistency.title')}</Link>
          <span>{t('consistency.way-text')}</span>
        </li>
        <BankWays organisation={session?.organisation?.id ?? ''} />
        <li>
          <Link to="/results/offerings">{t('results.way-offerings')}</Link>
          <span>{t('results.way-offerings-text')}</span>
        </li>
        <li>
          <Link to="/results/packages">{t('results.way-packages')}</Link>
          <span>{t('results.way-packages-text')}</span>
        </li>
      </ul>
      <History />
    </>
  );
}
