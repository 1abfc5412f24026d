import { useLanguage } from '../../language/context.tsx';

/** The files of a source, read in the browser and sent as text. */
export async function textsOf(files: readonly File[]): Promise<{ name: string; content: string }[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, content: await file.text() })));
}

/** Chooses the files to bring, and brings them; what came of it stands beside the button. */
export function FilesToBring({
  id,
  ready,
  busy,
  files,
  onFiles,
  children,
}: {
  readonly id: string;
  /** Whether all else is filled in. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: React.ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('schemes.load-files')}</label>
        <input
          id={id}
          className="input"
          type="file"
          multiple
          required
          onChange={(event) => onFiles([...(event.target.files ?? [])])}
        />
      </div>
      <div className="acts">
        <button type="submit" className="btn" disabled={busy || !ready || files.length === 0}>
          {t(busy ? 'schemes.load-busy' : 'schemes.load-go')}
        </button>
        {children}
      </div>
    </>
  );
}
