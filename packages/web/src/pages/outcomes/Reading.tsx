import type { OutcomeWriting } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate } from '../../language/index.ts';
import { OutcomeBody } from '../catalogue/OutcomeBody.tsx';
import { Compare } from './Compare.tsx';
import { Replace } from './Replace.tsx';
import { Thread } from './Thread.tsx';

/** A definition that its developer reads and does not write: with a steward, or published; then also what may come after it. */
export function Reading({ writing }: { readonly writing: OutcomeWriting }) {
  const { t, language } = useLanguage();
  const { outcome, previous, submittedAt, expiryAsked } = writing;
  const inUse = outcome.status === 'published' || outcome.status === 'expiring';
  return (
    <>
      <p className="lead top-2">
        {submittedAt !== null
          ? t('author.with-steward', { date: longDate(dateOfInstant(submittedAt), language) })
          : expiryAsked !== null
            ? t('author.expiry-asked', { date: longDate(expiryAsked, language) })
            : outcome.status === 'expiring' && outcome.lastAssessment !== null
              ? t('author.expiring', { date: longDate(outcome.lastAssessment, language) })
              : t('author.published')}
      </p>
      <Tabs className="tabs top-3">
        <TabList aria-label={t('author.tabs')}>
          <Tab id="preview">{t('author.tab-preview')}</Tab>
          {previous === null ? null : <Tab id="compare">{t('author.tab-compare')}</Tab>}
          <Tab id="thread">{t('author.tab-thread', { n: writing.events.filter(({ note }) => note !== null).length })}</Tab>
          {inUse ? <Tab id="replace">{t('author.tab-replace')}</Tab> : null}
        </TabList>
        <TabPanel id="preview">
          <OutcomeBody outcome={outcome} />
        </TabPanel>
        {previous === null ? null : (
          <TabPanel id="compare">
            <Compare
              before={previous}
              after={outcome}
              titles={[t('compare.before', { id: previous.id }), t('compare.now', { id: outcome.id })]}
            />
          </TabPanel>
        )}
        <TabPanel id="thread">
          <Thread writing={writing} />
        </TabPanel>
        {inUse ? (
          <TabPanel id="replace">
            <Replace writing={writing} />
            {writing.versions.length < 2 ? null : (
              <>
                <h2 className="h2 top-3">{t('author.versions')}</h2>
                <ul className="dots">
                  {writing.versions.map((one) => (
                    <li key={one.id}>
                      <Link to="/outcomes/$id" params={{ id: one.id }}>
                        {one.id}
                      </Link>
                      , {t(`outcome.status.${one.status}`)}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </TabPanel>
        ) : null}
      </Tabs>
    </>
  );
}
