import { finder, type ListingCheck } from '../finding.ts';

const find = finder(
  'classification',
  'domain 1.1: field, subfield and domain; a name is at most 60 characters, and each stands within one above it',
);
const LONGEST = 60;

/** A field, or advice that there is none; a domain within a subfield within a field; the same subfield always in the same field. */
export const classification: ListingCheck = ({ field, subfield, domain, lineage }, { others = [] }) => {
  const findings = [];
  if (field === null) {
    findings.push(
      find(
        'field',
        'Without a field it counts to no major.',
        'Ki te kore he āpure, kāore e tatauria mō te kaupapa matua.',
        'advice',
      ),
    );
    if (subfield !== null)
      findings.push(find('subfield', 'A subfield stands within a field.', 'Kei roto te āpure iti i tētahi āpure.'));
  }
  if (domain !== null && subfield === null)
    findings.push(find('domain', 'A domain stands within a subfield.', 'Kei roto te rohe i tētahi āpure iti.'));
  for (const [path, text] of [
    ['subfield', subfield],
    ['domain', domain],
  ] as const) {
    if (text !== null && text.length > LONGEST)
      findings.push(find(path, `This is longer than ${LONGEST} characters.`, `He roa ake tēnei i ngā pūāhua e ${LONGEST}.`));
  }
  const elsewhere = (path: 'subfield' | 'domain'): boolean =>
    others.some(
      (other) =>
        other.lineage !== lineage &&
        other[path] !== null &&
        other[path] === { subfield, domain }[path] &&
        (path === 'subfield' ? other.field !== field : other.subfield !== subfield),
    );
  if (field !== null && elsewhere('subfield'))
    findings.push(
      find(
        'subfield',
        'Elsewhere in the catalogue this subfield is in another field.',
        'Kei tētahi atu āpure tēnei āpure iti i te rārangi.',
        'advice',
      ),
    );
  if (subfield !== null && elsewhere('domain'))
    findings.push(
      find(
        'domain',
        'Elsewhere in the catalogue this domain is in another subfield.',
        'Kei tētahi atu āpure iti tēnei rohe i te rārangi.',
        'advice',
      ),
    );
  return findings;
};
