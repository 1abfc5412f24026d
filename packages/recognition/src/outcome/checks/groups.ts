import { finder, type ListingCheck } from '../finding.ts';

const find = finder('groups', 'domain A1: all outcomes of a standard, or none; contracts 2: members agree');

/** The members of a group agree on it and on the field, are as many as it says, and do not get in each other's way. */
export const groups: ListingCheck = ({ id, group, field, lineage, excludes }, { others = [] }) => {
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
    members.some((member) => member.lineage === lineage || excludes.includes(member.lineage) || member.excludes.includes(lineage))
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
};
