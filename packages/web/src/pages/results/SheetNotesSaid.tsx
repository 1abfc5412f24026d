import { useLanguage } from '../../language/context.tsx';
import { wholeNumber } from '../../language/index.ts';
import type { SheetNotes } from '../../preview/read-file.ts';

interface SheetNotesSaidProps {
  readonly notes: SheetNotes | null;
  readonly encoding: string;
}

/** What a spreadsheet keeps that a results file has not, and what was made of it; nothing when there is nothing to say. */
export function SheetNotesSaid({ notes, encoding }: SheetNotesSaidProps) {
  const { t } = useLanguage();
  const said: string[] = [];
  if (encoding !== '' && encoding !== 'utf-8') said.push(t('preview.encoding', { encoding }));
  if (notes !== null) {
    if (notes.merged.length > 0)
      said.push(t('preview.merged', { count: notes.merged.length, areas: notes.merged.slice(0, 5).join(', ') }));
    if (notes.formulas > 0) said.push(t('preview.formulas', { count: notes.formulas, cells: wholeNumber(notes.formulas) }));
    if (notes.withoutValue > 0)
      said.push(t('preview.without-value', { count: notes.withoutValue, cells: wholeNumber(notes.withoutValue) }));
    if (notes.errors > 0) said.push(t('preview.errors', { count: notes.errors, cells: wholeNumber(notes.errors) }));
    if (notes.dates > 0) said.push(t('preview.dates', { count: notes.dates, cells: wholeNumber(notes.dates) }));
  }
  if (said.length === 0) return null;
  return (
    <ul className="notes">
      {said.map((line) => (
        <li key={line} className="say">
          {line}
        </li>
      ))}
    </ul>
  );
}
