import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import { useLanguage } from '../../language/context.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { answersAsCsv, type CheckedFile, checkFiles } from './check-files.ts';

/** Many credentials at once: each file with one answer and why, as soon as it is there; the list can be kept. */
export function CheckManyPage() {
  const { t } = useLanguage();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [answers, setAnswers] = useState<ReadonlyMap<number, CheckedFile>>(new Map());
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useTitle(t('talent.check-title'));

  const check = (chosen: readonly File[]): void => {
    running.current?.abort();
    const stopper = new AbortController();
    running.current = stopper;
    setFiles(chosen);
    setAnswers(new Map());
    void checkFiles(
      chosen,
      (at, answer) => {
        if (!stopper.signal.aborted) setAnswers((before) => new Map(before).set(at, answer));
      },
      stopper.signal,
    );
  };
  const keep = (): void => {
    const rows = files.map((file, at) => {
      const answer = answers.get(at);
      return [file.name, answer?.title ?? '', answer === undefined ? '' : t(`talent.answer.${answer.answer}`), answer?.why ?? ''];
    });
    const text = answersAsCsv([t('talent.file'), t('talent.what'), t('talent.answer'), t('talent.why')], rows);
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: 'checked.csv' });
    link.click();
    URL.revokeObjectURL(address);
  };
  const genuine = [...answers.values()].filter(({ answer }) => answer === 'verified').length;
  const done = answers.size === files.length;
  return (
    <>
      <p className="eyebrow">
        <Link to="/talent">{t('talent.title')}</Link>
      </p>
      <h1 className="display">{t('talent.check-headline')}</h1>
      <p className="lead top-2">{t('talent.check-lead')}</p>
      <DropZone
        className="drop"
        aria-label={t('talent.drop')}
        onDrop={(event) => {
          void Promise.all(event.items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))).then(check);
        }}
      >
        <FileTrigger allowsMultiple onSelect={(list) => check(list === null ? [] : [...list])}>
          <Button className="btn">{t('talent.choose')}</Button>
        </FileTrigger>
        <p className="muted">{t('talent.drop-text')}</p>
      </DropZone>
      {files.length === 0 ? null : (
        <section className="sec" aria-labelledby="answers">
          <header>
            <h2 className="h2" id="answers">
              {t('talent.answers')}
            </h2>
            <p className="small" role="status">
              {t(done ? 'talent.checked' : 'talent.checking', { done: answers.size, all: files.length, genuine })}
            </p>
          </header>
          <div className="wide">
            <table className="tbl">
              <thead>
                <tr>
                  <th scope="col">{t('talent.file')}</th>
                  <th scope="col">{t('talent.answer')}</th>
                  <th scope="col">{t('talent.why')}</th>
                </tr>
              </thead>
              <tbody>
                {files.map((file, at) => {
                  const answer = answers.get(at);
                  return (
                    // oxlint-disable-next-line react/no-array-index-key -- two files may have one name; their places do not change
                    <tr key={at}>
                      <th scope="row">
                        {answer?.title ?? file.name}
                        {answer?.title == null ? null : <small className="block muted">{file.name}</small>}
                      </th>
                      <td className={`answer-${answer?.answer ?? 'waiting'}`}>
                        {answer === undefined ? t('talent.waiting') : t(`talent.answer.${answer.answer}`)}
                      </td>
                      <td>{answer?.why ?? ''}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          <div className="acts">
            <button type="button" className="btn second" onClick={keep} disabled={!done}>
              {t('talent.keep-list')}
            </button>
          </div>
        </section>
      )}
    </>
  );
}
