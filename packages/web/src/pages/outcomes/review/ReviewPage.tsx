import type { OutcomeWriting } from '@recognition/client';
import { checkWording } from '@recognition/recognition/wording';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLanguage } from '../../../language/context.tsx';
import { Name } from '../../../parts/Name.tsx';
import { Trouble, Waiting } from '../../../parts/Troubles.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { OutcomeBody } from '../../catalogue/OutcomeBody.tsx';
import { Compare } from '../Compare.tsx';
import { Findings } from '../Findings.tsx';
import { writingQuery } from '../queries.ts';
import { together } from '../draft.ts';
import { WordingScore } from '../WordingScore.tsx';
import { Thread } from '../Thread.tsx';
import { changedParts } from '../changes.ts';
import { Decide } from './Decide.tsx';

/** A steward reads a definition: against the version before it, with what the checks find and what was said, and returns or approves it. */
export function ReviewPage() {
  const { id } = useParams({ from: '/outcomes/review/$id' });
  const { data, error, refetch } = useQuery(writingQuery(id));
  if (data !== undefined) return <Review key={id} writing={data} />;
  if (error !== null) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

function Review({ writing }: { readonly writing: OutcomeWriting }) {
  const { t } = useLanguage();
  const { outcome, previous } = writing;
  const wording = checkWording(outcome);
  const findings = together(writing.findings, wording);
  useTitle(outcome.name);
  const category = outcome.replaces?.category;
  const dates = category === 'A' && previous !== null && changedParts(previous, outcome).length > 0;
  return (
    <>
      <p className="eyebrow">
        <Link to="/outcomes/review">{t('review.title')}</Link>
      </p>
      <h1 className="display">
        <Name>{outcome.name}</Name>
      </h1>
      <p className="small muted top-1">
        {[
          outcome.code,
          outcome.version === null ? '' : t('author.version', { version: outcome.version }),
          outcome.developerName ?? '',
          t(writing.submittedAt === null ? `outcome.status.${outcome.status}` : 'outcome.status.in-review'),
        ]
          .filter((part) => part !== '')
          .join(', ')}
      </p>
      {category === undefined ? null : <p className="lead top-2">{t(`replace.${category}-text`)}</p>}
      {dates ? <p className="say wait top-2">{t('review.not-only-dates')}</p> : null}
      <Decide writing={writing} />
      <section className="sec" aria-labelledby="found">
        <header>
          <h2 className="h2" id="found">
            {t('author.checks')}
          </h2>
          <p className="small muted">
            <Link to="/catalogue/checks">{t('checks.link')}</Link>
          </p>
        </header>
        {findings.length === 0 ? <p>{t('review.no-findings')}</p> : <Findings id="findings" findings={findings} />}
        <WordingScore report={wording} />
      </section>
      <section className="sec" aria-labelledby="text">
        <header>
          <h2 className="h2" id="text">
            {t(previous === null ? 'review.text' : 'author.tab-compare')}
          </h2>
        </header>
        {previous === null ? (
          <OutcomeBody outcome={outcome} />
        ) : (
          <Compare
            before={previous}
            after={outcome}
            titles={[t('compare.before', { id: previous.id }), t('compare.now', { id: outcome.id })]}
          />
        )}
      </section>
      <section className="sec" aria-labelledby="said">
        <header>
          <h2 className="h2" id="said">
            {t('review.said')}
          </h2>
        </header>
        <Thread writing={writing} />
      </section>
    </>
  );
}
