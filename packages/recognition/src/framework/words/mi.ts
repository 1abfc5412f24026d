import { mi as stack } from '../../explain/mi.ts';
import type { AwardReason, LeftOut } from '../decide/answer.ts';
import type { AwardLine, AwardWords } from './words.ts';

function reason(code: AwardReason, provider: string, date: string): string {
  switch (code) {
    case 'after-as-of':
      return `nō te ${date}, i muri i te rā o tēnei whakatau`;
    case 'not-achieved':
      return 'kāore i tutuki';
    case 'not-confirmed':
      return `kāore anō a ${provider} kia whakaū`;
    case 'withdrawn':
      return `kua tangohia e ${provider}`;
    case 'outcome-not-accredited':
      return 'kāore te hua ako i whakamanahia';
    case 'provider-not-accredited':
      return `kāore a ${provider} i whai mana ki te aromatawai i te ${date}`;
    case 'assessed-too-late':
      return 'i aromatawaia i muri i te rā whakamutunga mō te aromatawai';
    case 'already-used':
      return 'kei roto kē tēnei akoranga i tētahi tohu';
    case 'not-credit-bearing':
      return 'kāore ōna whiwhinga, nō reira kāore e taea te whakapeto';
    case 'kind-not-counted':
      return 'kāore tēnei momo akoranga e tatauria mō tēnei tohu';
    case 'mode-not-counted':
      return 'kāore tēnei huarahi whakamana e tatauria mō tēnei tohu';
    case 'level-not-counted':
      return 'kāore tōna kaupae e tatauria mō tēnei tohu';
    case 'expired':
      return `i riro i te ${date}, ā, kua pau tōna wā`;
    case 'no-size':
      return 'kāore ōna rahi hei tatau';
  }
}

const leftOut: Readonly<Record<LeftOut, string>> = {
  'same-learning': 'kua tatauria kē taua akoranga',
  'excluded-pair': 'ka ārai tētahi i tētahi',
  'over-cap': 'kāore e taea ētahi atu nō reira',
  'not-needed': 'he rawaka ngā mea kua tatauria',
  'not-a-part': 'ehara i te wāhanga o tēnei tohu',
  'group-not-whole': 'ka tatauria tōna paerewa ina tutuki ōna hua katoa',
};

function line(said: AwardLine): string {
  switch (said.code) {
    case 'can':
      return `Ka taea e koe te tono: ${said.title}.`;
    case 'cannot':
      return `Kāore anō kia taea te tono: ${said.title}.`;
    case 'rule':
      return `I whakatauria e te ture ${said.version}, e mana ana mai i te ${said.from}.`;
    case 'route':
      return `Te huarahi: ${said.title}.`;
    case 'institution':
      return `I tātaihia ngā hautanga me te mea nō ${said.name} te tohu.`;
    case 'size':
      return `Kua tatauria te ${said.have}; ko te ${said.need} te iti rawa.`;
    case 'at-level':
      return `Kei te kaupae ${said.level}, kei runga ake rānei: ${said.have}; ko te ${said.need} te iti rawa.`;
    case 'cap':
      return `${said.on === 'kind' ? 'Nō ngā tohu moroiti' : 'Nō whare kē'}: ${said.have}, ko te ${said.most} te mōrahi (${said.percent}%).`;
    case 'parts':
      return `Ngā wāhanga (${said.role}): ${said.have} o te ${said.need}.`;
    case 'part-missing':
      return `Kei te ngaro: ${said.name}.`;
    case 'counts':
      return `Ka tatauria: ${said.name}, ${said.date}.`;
    case 'left-out':
      return `${said.name}: kāore e tatauria i konei, nā te mea ${leftOut[said.why]}.`;
    case 'does-not-count':
      return `${said.name}: kāore e tatauria, nā te mea ${reason(said.reason, said.provider, said.date)}.`;
    case 'missing':
      return `E toe ana: ${said.size}.`;
    case 'points':
      return `Ngā piro whiwhinga (ngā whiwhinga whakarea kaupae): ${said.points}.`;
    case 'keeps':
      return 'Kāore he mea e pau i tēnei tatau: e wātea tonu ana mō ētahi atu tohu.';
    case 'spends':
      return 'Ka pau i tēnei tohu ngā mea i tatauria, ā, ka wātea anō ina tangohia te tohu.';
    case 'debits':
      return 'Ka tangohia mō ake tonu atu ngā mea i tatauria ina hokona mō tēnei tohu.';
    case 'valid-until':
      return `Ki te whakawhiwhia i tēnei rā, ka mana tae noa ki te ${said.on}, kātahi ka whakahoutia.`;
    case 'cumulative':
      return `Ki te wehe ināianei, ka whiwhi i te tiwhikete mō ngā wāhanga e ${said.count} kua tutuki; kāore tētahi mea e ngaro.`;
    case 'expires':
      return `Mai i te ${said.on}, kāore te ${said.name} e tatauria.`;
    case 'rounded':
      return `I whakarērea te ${said.size} i te pānui i ngā rahi, nā te mea ehara i te hipanga tōpū o te waeine.`;
    case 'note':
      return said.text;
  }
}

/** A licensed translator has not yet been over these. */
export const mi: AwardWords = { months: stack.months, date: stack.date, reason, leftOut, line };
