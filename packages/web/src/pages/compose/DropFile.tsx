import { readDefinitions } from '@recognition/recognition/frameworks';
import { useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import { useLanguage } from '../../language/context.tsx';
import { type Composing, withFile } from './model.ts';

const MOST_BYTES = 5_000_000;

/** Takes a file of definitions, as `nzrr compose` does. What cannot be read is said with its place, and nothing here is lost. */
export function DropFile({
  composing,
  onChange,
}: {
  readonly composing: Composing;
  readonly onChange: (next: Composing) => void;
}) {
  const { t } = useLanguage();
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly lines: readonly string[] } | null>(null);
  const take = async (file: File): Promise<void> => {
    const wrong = (...lines: readonly string[]): void => setSaid({ ok: false, lines });
    if (file.size > MOST_BYTES) return wrong(t('compose.file-large'));
    let json: unknown;
    try {
      json = JSON.parse(await file.text());
    } catch {
      return wrong(t('compose.file-not-json'));
    }
    const read = readDefinitions(json);
    if (!read.ok) return wrong(...read.problems.slice(0, 10).map(({ path, message }) => `${path}: ${message}`));
    onChange(withFile(composing, read.definitions));
    setSaid({ ok: true, lines: [t('compose.file-read', { name: file.name, count: read.definitions.length })] });
  };
  return (
    <>
      <DropZone
        className="drop small-drop"
        aria-label={t('compose.drop')}
        onDrop={(event) => {
          const item = event.items.find((one) => one.kind === 'file');
          if (item?.kind === 'file') void item.getFile().then(take);
        }}
      >
        <p>{t('compose.drop')}</p>
        <FileTrigger
          acceptedFileTypes={['.json', 'application/json']}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file !== null && file !== undefined) void take(file);
          }}
        >
          <Button className="btn second slim">{t('compose.choose-file')}</Button>
        </FileTrigger>
      </DropZone>
      {said === null ? null : (
        <div className={said.ok ? 'say' : 'say wrong'} role={said.ok ? 'status' : 'alert'}>
          <ul>
            {said.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
