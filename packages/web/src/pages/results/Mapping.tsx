import { COLUMNS, type Column } from '@recognition/recognition/results';
import { useState } from 'react';
import { useLanguage } from '../../language/context.tsx';
import type { Preview } from '../../preview/use-preview.ts';

interface MappingProps {
  readonly preview: Preview;
  readonly disabled: boolean;
  readonly onChange: (at: number, column: Column | null) => void;
  readonly onSheet: (sheet: string) => void;
}

/** How the columns of a file are read: said in one line when all is clear, and open where something is missing or to be changed. */
export function Mapping({ preview, disabled, onChange, onSheet }: MappingProps) {
  const { t } = useLanguage();
  const [asked, setAsked] = useState(false);
  const { opened, mapping, missing } = preview;
  if (opened === null) return null;
  const open = asked || missing.length > 0;
  const matched = mapping.filter((column) => column !== null).length;
  return (
    <section className="sec" aria-labelledby="columns">
      <header>
        <h2 className="h2" id="columns">
          {t('mapping.title', { count: matched, all: opened.header.length })}
        </h2>
        <button
          type="button"
          className="link"
          aria-expanded={open}
          disabled={missing.length > 0}
          onClick={() => setAsked(!asked)}
        >
          {t(open ? 'mapping.close' : 'mapping.change')}
        </button>
      </header>
      {missing.length === 0 ? null : (
        <p className="say wrong" role="status">
          {t('mapping.missing', { columns: missing.map((column) => t(`column.${column}`)).join(', ') })}
        </p>
      )}
      {opened.sheets.length < 2 ? null : (
        <label className="field">
          <span>{t('mapping.sheet')}</span>
          <select className="input" disabled={disabled} onChange={(event) => onSheet(event.currentTarget.value)}>
            {opened.sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </select>
        </label>
      )}
      {open ? (
        <table className="tbl mapping">
          <caption className="small muted">{t('mapping.text')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('mapping.yours')}</th>
              <th scope="col">{t('mapping.values')}</th>
              <th scope="col">{t('mapping.means')}</th>
            </tr>
          </thead>
          <tbody>
            {opened.header.map((name, at) => (
              // Two columns of a file may have one name.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={`${name} ${at}`}>
                <th scope="row">{name === '' ? t('mapping.unnamed', { n: at + 1 }) : name}</th>
                <td className="muted">
                  {opened.samples
                    .map((row) => row[at] ?? '')
                    .filter((value) => value.trim() !== '')
                    .slice(0, 3)
                    .join(', ')}
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={t('mapping.of', { name: name === '' ? String(at + 1) : name })}
                    value={mapping[at] ?? ''}
                    disabled={disabled}
                    onChange={(event) => onChange(at, COLUMNS.find((column) => column === event.currentTarget.value) ?? null)}
                  >
                    <option value="">{t('mapping.pass')}</option>
                    {COLUMNS.map((column) => (
                      <option key={column} value={column}>
                        {t(`column.${column}`)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
