import type { ShareDetail } from '@recognition/client';
import { useLanguage } from '../../language/context.tsx';
import { dateOfInstant, longDate, timeOfInstant } from '../../language/index.ts';
import { Name } from '../../parts/Name.tsx';

type Line = ShareDetail['log'][number];

/** Who did what, when, and what was shown; the newest first. */
export function ShareLog({ lines }: { readonly lines: readonly Line[] }) {
  const { t, language } = useLanguage();
  if (lines.length === 0) return <p className="muted">{t('share.log-none')}</p>;
  return (
    <ol className="log sharing-log">
      {lines.map((line) => (
        <li key={`${line.at}${line.kind}`}>
          <span>
            <time dateTime={line.at}>
              {longDate(dateOfInstant(line.at), language)}, {timeOfInstant(line.at)}
            </time>
          </span>
          <div>
            <Said line={line} />
            {line.shown === null ? null : <Shown shown={line.shown} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Said({ line }: { readonly line: Line }) {
  const { t } = useLanguage();
  const who = line.who.name ?? t(`share.who.${line.who.kind === 'organisation' ? 'some-organisation' : line.who.kind}`);
  return <p>{t(`share.log.${kindOf(line)}`, { who })}</p>;
}

const KINDS = [
  'made',
  'changed',
  'link-made',
  'opened',
  'pin-missed',
  'locked',
  'withdrawn',
  'restored',
  'granted',
  'read',
  'refused',
  'accepted',
  'entered',
  'left',
  'named',
  'ended',
  'wrote',
] as const;

function kindOf({ kind, who }: Line): (typeof KINDS)[number] {
  if (kind === 'changed' && who.kind === 'application') return 'wrote';
  return KINDS.find((one) => one === kind) ?? 'changed';
}

function Shown({ shown }: { readonly shown: NonNullable<Line['shown']> }) {
  const { t } = useLanguage();
  return (
    <details>
      <summary>
        {t('share.shown', {
          outcomes: t('unit.outcomes', { count: shown.outcomes.length }),
          awards: t('share.awards', { count: shown.awards }),
          skills: shown.skills === null ? '' : t('share.and-skills', { count: shown.skills }),
        })}
      </summary>
      <ul className="small">
        {shown.outcomes.map((name, index) => (
          // The same outcome may stand twice, under two results.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${name}${index}`}>
            <Name>{name}</Name>
          </li>
        ))}
      </ul>
    </details>
  );
}
