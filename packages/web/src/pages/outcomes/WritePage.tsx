import type { OutcomeWriting } from '@recognition/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { Trouble, Waiting } from '../../parts/Troubles.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { known } from '../catalogue/status.ts';
import { Reading } from './Reading.tsx';
import { writingQuery } from './queries.ts';
import { Writing } from './Writing.tsx';

/** One definition of a developer: written while it is theirs to write, read while a steward has it or it is published. */
export function WritePage() {
  const { id } = useParams({ from: '/outcomes/$id' });
  const { data, error, refetch } = useQuery(writingQuery(id));
  if (data !== undefined) return <Definition key={id} writing={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Definition({ writing }: { readonly writing: OutcomeWriting }) {
  const { t } = useLanguage();
  const { outcome, submittedAt } = writing;
  useTitle(outcome.name);
  const writable = (outcome.status === 'draft' || outcome.status === 'legacy') && submittedAt === null;
  const returned = writing.events.findLast(({ kind }) => kind === 'returned' || kind === 'submitted');
  return (
    <>
      <p className="eyebrow">
        <Link to="/outcomes">{t('worklist.title')}</Link>
      </p>
      <h1 className="display">
        <Name>{outcome.name}</Name>
      </h1>
      <p className="small muted top-1">
        {[
          outcome.code,
          outcome.version === null ? '' : t('author.version', { version: outcome.version }),
          t(submittedAt === null ? `outcome.status.${known(outcome.status)}` : 'outcome.status.in-review'),
        ]
          .filter((part) => part !== '')
          .join(', ')}
      </p>
      {writable && returned?.kind === 'returned' ? (
        <div className="say wait top-2">
          <div>
            <b>{t('author.returned')}</b>
            <p className="measure">{returned.note}</p>
          </div>
        </div>
      ) : null}
      {writable ? <Writing writing={writing} /> : <Reading writing={writing} />}
    </>
  );
}
