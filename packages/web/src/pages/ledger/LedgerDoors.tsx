import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../language/context.tsx';
import { ledgersQuery } from './queries.ts';
import { inWords } from './words.ts';

/** Doors in the menu to a bank of credits and a learning account: nobody sees one who uses neither. */
export function LedgerDoors() {
  const { language } = useLanguage();
  const { data } = useQuery(ledgersQuery);
  if (data === undefined) return null;
  return (
    <>
      {data.banks.map(({ framework, bank, title }) => (
        <Link key={`${framework} ${bank}`} to="/bank/$framework/$bank" params={{ framework, bank }}>
          {inWords(title, language)}
        </Link>
      ))}
      {data.accounts.map(({ id, title }) => (
        <Link key={id} to="/learning/$id" params={{ id }}>
          {inWords(title, language)}
        </Link>
      ))}
    </>
  );
}
