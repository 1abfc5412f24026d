import { finder, type ListingCheck, type ListingRule } from '../finding.ts';

const rule: ListingRule = {
  check: 'groups',
  source: 'Repository rule: the outcomes of a standard count all together or not at all',
  says: {
    en: 'The members of a group agree on it and on the field, are as many as it says, and do not exclude one another.',
    mi: 'E whakaae ana ngā mema o te rōpū ki te rōpū me te āpure, e rite ana te maha ki tāna e kī ana, kāore hoki e ārai tētahi i tētahi.',
  },
};
const find = finder(rule);

/** The members of a group agree on it and on the field, are as many as it says, and do not get in each other's way. */
export const groups: ListingCheck = {
  rule,
  run: ({ id, group, field, lineage, excludes }, { others = [] }) => {
    if (group === null) return [];
    const findings = [];
    const members = others.filter((other) => other.id !== id && other.group?.id === group.id);
    if (
      members.some(
        (member) =>
          member.group?.lineage !== group.lineage ||
          member.group.credits !== group.credits ||
          member.group.members !== group.members,
      )
    ) {
      findings.push(
        find(
          'group',
          'The members of this group do not agree on it.',
          'Kāore ngā mema o tēnei rōpū e whakaae ana ki ōna āhuatanga.',
        ),
      );
    }
    if (members.some((member) => member.field !== field))
      findings.push(find('field', 'The members of a group are in one field.', 'Kei te āpure kotahi ngā mema o te rōpū.'));
    if (members.length + 1 > group.members)
      findings.push(find('group', 'The group has more outcomes than it says.', 'He maha ake ngā hua o te rōpū i tāna e kī ana.'));
    if (members.length > 0 && members.length + 1 < group.members)
      findings.push(
        find(
          'group',
          'The group has fewer outcomes so far than it says.',
          'He iti iho ngā hua o te rōpū i tāna e kī ana.',
          'advice',
        ),
      );
    if (
      members.some(
        (member) => member.lineage === lineage || excludes.includes(member.lineage) || member.excludes.includes(lineage),
      )
    ) {
      findings.push(
        find(
          'group',
          'Members of a group do not share a lineage or exclude one another.',
          'Kāore ngā mema o te rōpū e ōrite te whakapapa, e ārai rānei tētahi i tētahi.',
        ),
      );
    }
    return findings;
  },
};
