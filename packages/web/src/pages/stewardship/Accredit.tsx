import { useState } from 'react';
import { api } from '../../api.ts';
import { FIELDS } from '../../fields/fields.ts';
import { useLanguage } from '../../language/context.tsx';
import { Act } from './Act.tsx';
import { SCOPE_KINDS, type ScopeKind } from './kinds.ts';

/** Accredits an organisation with consent to assess: everything, or a field, subfield or domain up to a level, or one outcome. */
export function Accredit({ id }: { readonly id: string }) {
  const { t, field } = useLanguage();
  const [kind, setKind] = useState<ScopeKind>('all');
  return (
    <Act
      title={t('steward.accredit')}
      go={t('steward.accredit-go')}
      send={(text, key) =>
        api.post('/api/v1/organisations/{id}/accreditations', {
          path: { id },
          body: { from: text('from'), to: text('to') === '' ? null : text('to'), scope: [scopeOf(kind, text)] },
          key,
        })
      }
    >
      <div className="field">
        <label htmlFor="a-from">{t('steward.from')}</label>
        <input className="input" id="a-from" name="from" type="date" required />
      </div>
      <div className="field">
        <label htmlFor="a-to">{t('steward.to-or-open')}</label>
        <input className="input" id="a-to" name="to" type="date" />
      </div>
      <div className="field">
        <label htmlFor="a-kind">{t('steward.scope')}</label>
        <select
          className="input"
          id="a-kind"
          value={kind}
          onChange={(event) => setKind(SCOPE_KINDS.find((one) => one === event.target.value) ?? 'all')}
        >
          {SCOPE_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`steward.scope.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {kind === 'all' ? null : (
        <div className="field">
          <label htmlFor="a-ref">{t(`steward.scope.${kind}`)}</label>
          {kind === 'field' ? (
            <select className="input" id="a-ref" name="ref">
              {FIELDS.map((one) => (
                <option key={one} value={one}>
                  {field(one)}
                </option>
              ))}
            </select>
          ) : (
            <input className="input" id="a-ref" name="ref" required maxLength={200} />
          )}
        </div>
      )}
      {kind === 'all' || kind === 'outcome' ? null : (
        <div className="field">
          <label htmlFor="a-level">{t('steward.most-level')}</label>
          <input className="input" id="a-level" name="level" type="number" min={1} max={10} />
        </div>
      )}
    </Act>
  );
}

function scopeOf(kind: ScopeKind, text: (name: string) => string) {
  const ref = text('ref');
  const level = text('level') === '' ? {} : { maxLevel: Number(text('level')) };
  if (kind === 'field') return { kind, field: FIELDS.find((one) => one === ref) ?? FIELDS[0], ...level };
  if (kind === 'subfield') return { kind, subfield: ref, ...level };
  if (kind === 'domain') return { kind, domain: ref, ...level };
  if (kind === 'outcome') return { kind, lineage: ref };
  return { kind };
}
