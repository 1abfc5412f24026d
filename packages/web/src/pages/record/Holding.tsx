import type { LearnerRecord } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';

/** What the learner holds already, above the answer: an award in force, or one that is suspended and waits for them. */
export function Holding({ awards }: { readonly awards: LearnerRecord['awards'] }) {
  const { t, field } = useLanguage();
  const held = awards.filter((award) => award.status === 'live' || award.status === 'suspended');
  if (held.length === 0) return null;
  return (
    <ul className="holding">
      {held.map((award) => {
        const name = `${t('award.alq')}${award.major === null ? '' : t('award.with-major', { field: field(award.major) })}`;
        return (
          <li key={award.id} className={award.status === 'suspended' ? 'say wait' : 'say'}>
            {t(award.status === 'suspended' ? 'record.holds-suspended' : 'record.holds', { name })}{' '}
            <Link to="/record/awards/$id" params={{ id: award.id }}>
              {t(award.status === 'suspended' ? 'record.answer-award' : 'record.open-award')}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
