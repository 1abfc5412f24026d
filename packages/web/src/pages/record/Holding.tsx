import type { LearnerRecord } from '@recognition/client';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { heldOf } from './answer.ts';

/** What the learner holds already, above the answer: an award in force, or one that is suspended and waits for them. */
export function Holding({ awards }: { readonly awards: LearnerRecord['awards'] }) {
  const held = heldOf(awards, useLanguage());
  if (held.length === 0) return null;
  return (
    <ul className="holding">
      {held.map((award) => (
        <li key={award.id} className={award.waits ? 'say wait' : 'say'}>
          {award.says}{' '}
          <Link to="/record/awards/$id" params={{ id: award.id }}>
            {award.open}
          </Link>
        </li>
      ))}
    </ul>
  );
}
