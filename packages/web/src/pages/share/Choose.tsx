import type { LearnerRecord } from '@recognition/client';
import { isShowable } from '@recognition/recognition';
import { useId, useMemo, useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import { shortDate } from '../../language/index.ts';
import { awardNameOf } from '../../parts/award-name.ts';
import { folded } from '../../parts/folded.ts';
import { Name } from '../../parts/Name.tsx';
import { Swatch } from '../../parts/Swatch.tsx';
import type { DraftStore } from './draft.ts';

/** What is shared: awards, each with what it stands on, and outcomes one by one. */
export function Choose({ record, store }: { readonly record: LearnerRecord; readonly store: DraftStore }) {
  const spoken = useLanguage();
  const { t, language } = spoken;
  const [search, setSearch] = useState('');
  const searchId = useId();
  const { draft, change } = store;
  const lines = useMemo(() => linesOf(record), [record]);
  const shown = lines.filter(({ name, code }) => folded(`${name} ${code}`).includes(folded(search)));
  const chosen = new Set(draft.achievements);
  const awards = record.awards.filter(({ status }) => status === 'live' || status === 'suspended');
  const setChosen = (ids: ReadonlySet<string>): void =>
    change({ achievements: lines.map(({ id }) => id).filter((id) => ids.has(id)) });
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const toggleAward = (id: string): void => {
    const on = draft.awards.includes(id);
    const within = lines.filter(({ usedIn }) => usedIn.includes(id)).map((line) => line.id);
    const next = new Set(chosen);
    for (const one of within)
      if (on) next.delete(one);
      else next.add(one);
    change({
      awards: on ? draft.awards.filter((one) => one !== id) : [...draft.awards, id],
      achievements: lines.map((line) => line.id).filter((one) => next.has(one)),
    });
  };
  return (
    <fieldset className="sec">
      <legend className="unseen">{t('share.what')}</legend>
      <header>
        <h2 className="h2">
          <span className="num">1</span>
          {t('share.what')}
        </h2>
        <p className="small muted">{t('share.chosen', { count: draft.achievements.length + draft.awards.length })}</p>
      </header>
      {awards.map((award) => (
        <label className="pick" key={award.id}>
          <input
            className="choice"
            type="checkbox"
            checked={draft.awards.includes(award.id)}
            onChange={() => toggleAward(award.id)}
          />
          <span className="strong">
            {awardNameOf(award, spoken)}
            <small>{t('share.award-takes')}</small>
          </span>
        </label>
      ))}
      <div className="field top-2">
        <label htmlFor={searchId}>{t('share.find')}</label>
        <input className="input" id={searchId} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </div>
      <p className="top-1">
        <button type="button" className="link" onClick={() => setChosen(new Set([...chosen, ...shown.map(({ id }) => id)]))}>
          {t('share.all', { count: shown.length })}
        </button>{' '}
        <button type="button" className="link" onClick={() => change({ achievements: [], awards: [] })}>
          {t('share.none')}
        </button>
      </p>
      <div className="picks" role="group" aria-label={t('share.outcomes')}>
        {shown.length === 0 ? <p className="muted">{t('catalogue.none')}</p> : null}
        {shown.map((line) => (
          <label className="pick" key={line.id}>
            <input className="choice" type="checkbox" checked={chosen.has(line.id)} onChange={() => toggle(line.id)} />
            <Swatch field={line.field} />
            <span>
              <Name>{line.name}</Name>
              <small>
                {shortDate(line.date, language)} · {t('stack.credits', { count: line.credits })}
              </small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly field: string | null;
  readonly credits: number;
  readonly date: string;
  readonly usedIn: readonly string[];
}

/** What was achieved and stands, the newest first. */
export function linesOf({ record }: LearnerRecord): readonly Line[] {
  const outcomes = new Map(record.outcomes.map((outcome) => [outcome.id, outcome]));
  return record.achievements
    .filter(isShowable)
    .flatMap((one) => {
      const outcome = outcomes.get(one.outcome);
      if (outcome === undefined) return [];
      const { name, code, field, credits } = outcome;
      return [{ id: one.id, name, code, field, credits, date: one.originalDate ?? one.date, usedIn: one.usedIn }];
    })
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
