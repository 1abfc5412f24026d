import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import type { SentOutcome } from './queries.ts';

/** What the learner says of an outcome, and shows for it. A file that is opened stands in the learner's list of who looked. */
export function Shown({ id, asked }: { readonly id: string; readonly asked: SentOutcome }) {
  const { t } = useLanguage();
  return (
    <>
      {asked.words === '' ? null : <p className="quoted">{asked.words}</p>}
      {asked.evidence.length === 0 ? null : (
        <ul className="shown-evidence">
          {asked.evidence.map((one) => (
            <li key={one.item}>
              {one.gone ? (
                <span className="muted">
                  <Name>{one.title}</Name> ({t('assess.gone')})
                </span>
              ) : one.url === null ? (
                <a href={`/api/v1/providers/me/rpl/${id}/evidence/${one.item}`} download>
                  <Name>{one.title}</Name>
                </a>
              ) : (
                <a href={one.url} rel="noreferrer noopener" target="_blank">
                  <Name>{one.title}</Name>
                </a>
              )}{' '}
              <small className="muted">
                {one.kind === 'credential'
                  ? t(one.proof ? 'evidence.proof' : 'evidence.no-proof')
                  : t(`evidence.kind.${one.kind}`)}
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
