/** The results file (contracts 6) as text: shared by what imports it and by a preview in the browser. */
export * from './cells.ts';
export * from './columns.ts';
export { type CsvReader, type CsvRecord, csvLine, csvReader, LONGEST_RECORD, safeCell } from './csv.ts';
export * from './preview-row.ts';
