import { frameworks } from '@recognition/recognition/frameworks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { type Composing, ruleOf, withUnit } from './model.ts';

/** A unit more: an outcome of the catalogue, or one that is typed. It is picked at once. */
export function OwnUnits({
  composing,
  onChange,
}: {
  readonly composing: Composing;
  readonly onChange: (next: Composing) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const { data } = useQuery({
    queryKey: ['compose', 'outcomes', q],
    queryFn: () => api.get('/api/v1/outcomes', { query: { q, limit: 6 } }),
    placeholderData: (before) => before,
    enabled: q !== '',
  });
  const roles = ruleOf(composing.framework, composing.made.award)?.definition?.roles ?? ['unit'];
  const role = roles.at(0) ?? 'unit';
  const add = (ref: string, minutes: number | null, source: string | null, as = role): void =>
    onChange(withUnit(composing, { ref, role: as, minutes, source, creditBearing: true }, t('compose.own')));
  return (
    <details className="top-2">
      <summary>{t('compose.more-units')}</summary>
      <div className="form">
        <div className="field">
          <label htmlFor="compose-find">{t('compose.find')}</label>
          <input
            id="compose-find"
            type="search"
            className="input"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <ul className="rows found-courses" aria-label={t('package.found')}>
          {(q === '' ? [] : (data?.items ?? [])).map((one) => (
            <li key={one.id}>
              <span>
                <Name>{one.name}</Name>
              </span>
              <code>{one.lineage}</code>
              <button
                type="button"
                className="btn second slim"
                aria-label={t('package.put-in', { name: one.name })}
                onClick={() => add(one.lineage, minutesOf(one), one.developer)}
              >
                {t('package.add')}
              </button>
            </li>
          ))}
        </ul>
        <ByHand roles={roles} onAdd={add} />
      </div>
    </details>
  );
}

/** A credit of New Zealand is ten hours. An outcome that shares the credit of a standard has no size of its own. */
const minutesOf = ({
  size,
  credits,
}: {
  readonly size: { readonly minutes: number } | null;
  readonly credits: number | null;
}): number | null => size?.minutes ?? (credits === null || credits === 0 ? null : credits * frameworks.nz.unit.minutes);

function ByHand({
  roles,
  onAdd,
}: {
  readonly roles: readonly string[];
  readonly onAdd: (ref: string, minutes: number | null, source: string | null, role: string) => void;
}) {
  const { t } = useLanguage();
  const [unit, setUnit] = useState({ ref: '', role: '', hours: '', source: '' });
  const name = /^[A-Za-z0-9._:-]{1,64}$/u;
  const hours = unit.hours.trim() === '' ? null : Number(unit.hours);
  const ready =
    name.test(unit.ref) &&
    (unit.source === '' || name.test(unit.source)) &&
    (hours === null || (hours >= 0 && Number.isInteger(hours * 60)));
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const role = roles.includes(unit.role) ? unit.role : (roles[0] ?? 'unit');
        onAdd(unit.ref, hours === null ? null : hours * 60, unit.source === '' ? null : unit.source, role);
        setUnit({ ref: '', role: unit.role, hours: '', source: unit.source });
      }}
    >
      <div className="pair">
        <div className="field">
          <label htmlFor="unit-ref">{t('compose.unit-ref')}</label>
          <input
            id="unit-ref"
            className="input"
            value={unit.ref}
            maxLength={64}
            onChange={(event) => setUnit({ ...unit, ref: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="unit-role">{t('compose.unit-role')}</label>
          <select
            id="unit-role"
            className="input"
            value={unit.role}
            onChange={(event) => setUnit({ ...unit, role: event.target.value })}
          >
            {roles.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="unit-hours">{t('compose.unit-hours')}</label>
          <input
            id="unit-hours"
            className="input"
            inputMode="decimal"
            value={unit.hours}
            onChange={(event) => setUnit({ ...unit, hours: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="unit-source">{t('compose.unit-source')}</label>
          <input
            id="unit-source"
            className="input"
            maxLength={64}
            value={unit.source}
            onChange={(event) => setUnit({ ...unit, source: event.target.value })}
          />
        </div>
      </div>
      <div className="acts">
        <button type="submit" className="btn second slim" disabled={!ready}>
          {t('compose.unit-add')}
        </button>
      </div>
    </form>
  );
}
