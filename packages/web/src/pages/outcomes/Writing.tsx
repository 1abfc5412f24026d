import type { OutcomeWriting } from '@recognition/client';
import type { Finding } from '@recognition/recognition';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { api, queries } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { useTrouble } from '../../parts/Troubles.tsx';
import { OutcomeBody } from '../catalogue/OutcomeBody.tsx';
import { Compare } from './Compare.tsx';
import { changeFor, contentOf, findingsOf, partOf, together, wordingOf } from './draft.ts';
import { DraftForm } from './DraftForm.tsx';
import { UseBetter } from './Findings.tsx';
import { KeepingSign } from './KeepingSign.tsx';
import { pathName } from './part-name.ts';
import { Settle } from './Settle.tsx';
import { Thread } from './Thread.tsx';
import { today } from './today.ts';
import { useDraft } from './use-draft.ts';
import { WordingScore } from './WordingScore.tsx';

/** A definition while it is its developer's to write: the form, what a learner will see, what changed, what was said, and handing it in. */
export function Writing({ writing }: { readonly writing: OutcomeWriting }) {
  const { t } = useLanguage();
  const trouble = useTrouble();
  const drafting = useDraft(writing);
  const [handing, setHanding] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { outcome, previous } = writing;
  const content = contentOf(drafting.draft);
  const wording = wordingOf(drafting.draft);
  const findings = together(findingsOf(outcome, drafting.draft, today()), wording);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const handIn = async (): Promise<void> => {
    setHanding(true);
    setFailure(null);
    try {
      if (await drafting.flush()) {
        await api.post('/api/v1/outcomes/{id}/submission', { path: { id: outcome.id }, body: {} });
        await queries.invalidateQueries({ queryKey: ['outcomes'] });
      }
    } catch (error) {
      setFailure(error);
    }
    setHanding(false);
  };
  if (drafting.conflict !== null) return <Settle mine={content} theirs={drafting.conflict.content} onSettle={drafting.settle} />;
  return (
    <Tabs className="tabs top-3">
      <TabList aria-label={t('author.tabs')}>
        <Tab id="write">{t('author.tab-write')}</Tab>
        <Tab id="preview">{t('author.tab-preview')}</Tab>
        {previous === null ? null : <Tab id="compare">{t('author.tab-compare')}</Tab>}
        <Tab id="thread">{t('author.tab-thread', { n: writing.events.filter(({ note }) => note !== null).length })}</Tab>
      </TabList>
      <TabPanel id="write">
        <div className="desk">
          <UseBetter value={(better) => drafting.change(changeFor(drafting.draft, better))}>
            <DraftForm outcome={outcome} draft={drafting.draft} findings={findings} onChange={drafting.change} />
          </UseBetter>
          <aside className="desk-side" aria-label={t('author.checks')}>
            <KeepingSign drafting={drafting} />
            <h2 className="h3">{errors.length === 0 ? t('author.ready') : t('author.to-mend', { count: errors.length })}</h2>
            <ul className="todo">
              {firstOfEach(findings).map((finding) => (
                <li key={`${finding.check} ${finding.path} ${finding.text.en}`} className={finding.severity}>
                  <a href={`#part-${finding.path.split(/[[.]/)[0]}`}>{pathName(finding.path, t)}</a>
                </li>
              ))}
            </ul>
            <WordingScore report={wording} />
            <p className="small">
              <Link className="link" to="/catalogue/checks">
                {t('checks.link')}
              </Link>
            </p>
            {failure === null ? null : (
              <p className="say wrong" role="alert">
                {trouble(failure)}
              </p>
            )}
            <div className="acts">
              <button className="btn" type="button" disabled={errors.length > 0 || handing} onClick={() => void handIn()}>
                {t('author.hand-in')}
              </button>
            </div>
            <p className="small muted">{t('author.hand-in-text')}</p>
          </aside>
        </div>
      </TabPanel>
      <TabPanel id="preview">
        <p className="say">{t('author.preview-text')}</p>
        <h2 className="h1 top-3">{content.name}</h2>
        <OutcomeBody outcome={{ ...outcome, ...content }} />
      </TabPanel>
      {previous === null ? null : (
        <TabPanel id="compare">
          <Compare
            before={previous}
            after={content}
            titles={[t('compare.before', { id: previous.id }), t('compare.now', { id: outcome.id })]}
          />
        </TabPanel>
      )}
      <TabPanel id="thread">
        <Thread writing={writing} />
      </TabPanel>
    </Tabs>
  );
}

/** One line for each part and severity: a part with several findings is led to once. */
function firstOfEach(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ path, severity }: Finding): string => `${severity} ${partOf(path)}`;
  return findings.filter((one, at) => findings.findIndex((other) => keyOf(other) === keyOf(one)) === at);
}
