import { useLanguage } from '../../language/context.tsx';

/** A statement on paper, or as a file to keep. */
export function StatementActs({ json, csv }: { readonly json: string; readonly csv: string }) {
  const { t } = useLanguage();
  return (
    <p className="noprint">
      <button type="button" className="link" onClick={() => window.print()}>
        {t('ledger.print')}
      </button>
      <a href={csv} download>
        {t('ledger.csv')}
      </a>
      <a href={json} download="statement.json">
        {t('ledger.json')}
      </a>
    </p>
  );
}
