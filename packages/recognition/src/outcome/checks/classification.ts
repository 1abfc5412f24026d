import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'classification',
  source:
    'NZQA, Changes to the classification system: every standard stands in a field, a subfield and a domain, with names of at most 60 characters',
  says: {
    en: 'Stands in a field, or is advised that it counts to no major; a domain within a subfield, a subfield within a field, each always in the same one.',
    mi: 'Kei roto i tētahi āpure, ka tohua rānei kāore e tatauria mō te kaupapa matua; kei roto te rohe i tētahi āpure iti, kei roto te āpure iti i tētahi āpure, i te wāhi kotahi i ngā wā katoa.',
  },
};
const find = finder(rule);
const LONGEST = 60;

/** A field, or advice that there is none; a domain within a subfield within a field; the same subfield always in the same field. */
export const classification: ListingCheck = {
  rule,
  run: ({ field, subfield, domain, lineage }, { others = [] }) => {
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
  },
};
