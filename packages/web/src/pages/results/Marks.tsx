import { useLanguage } from '../../language/context.tsx';

/** Where in a file the rows lie that do not pass. */
export function Marks({ marks, rows }: { readonly marks: readonly number[]; readonly rows: number }) {
  const { t } = useLanguage();
  if (marks.length === 0) return null;
  return (
    <div className="bar marked">
      <svg className="marks" viewBox={`0 0 ${Math.max(rows, 1)} 10`} preserveAspectRatio="none" aria-hidden="true">
        <path d={marks.map((row) => `M${row} 0V8`).join('')} />
      </svg>
      <p className="tiny muted">{t('import.marks')}</p>
    </div>
  );
}
