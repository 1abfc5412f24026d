import { en as stack } from '../../explain/en.ts';
import type { AwardReason, LeftOut } from '../decide/answer.ts';
import type { AwardLine, AwardWords } from './words.ts';

function reason(code: AwardReason, provider: string, date: string): string {
  switch (code) {
    case 'after-as-of':
      return `it is dated ${date}, after the day of this decision`;
    case 'not-achieved':
      return 'it was not achieved';
    case 'not-confirmed':
      return `${provider} has not confirmed it yet`;
    case 'withdrawn':
      return `${provider} withdrew it`;
    case 'outcome-not-accredited':
      return 'the outcome is not accredited';
    case 'provider-not-accredited':
      return `${provider} was not accredited to assess it on ${date}`;
    case 'assessed-too-late':
      return 'it was assessed after its last date for assessment';
    case 'already-used':
      return 'this learning is already in an award';
    case 'not-credit-bearing':
      return 'it bears no credit, and what bears no credit is never stacked';
    case 'kind-not-counted':
      return 'learning of its kind is not counted for this award';
    case 'mode-not-counted':
      return 'the way in which it was recognised is not counted for this award';
    case 'level-not-counted':
      return 'its level is not counted for this award';
    case 'expired':
      return `it was earned on ${date} and its shelf life is over`;
    case 'no-size':
      return 'it has no size to count';
  }
}

const leftOut: Readonly<Record<LeftOut, string>> = {
  'same-learning': 'it is learning that counts already',
  'excluded-pair': 'it and something that counts exclude one another',
  'over-cap': 'no more may come from there',
  'not-needed': 'enough counts without it',
  'not-a-part': 'it is no part of this award',
  'group-not-whole': 'its standard counts only when all of its outcomes are achieved',
};

function line(said: AwardLine): string {
  switch (said.code) {
    case 'can':
      return `You can claim: ${said.title}.`;
    case 'cannot':
      return `You cannot claim yet: ${said.title}.`;
    case 'rule':
      return `Decided by the rule ${said.version}, in force from ${said.from}.`;
    case 'route':
      return `The way that makes it: ${said.title}.`;
    case 'institution':
      return `Shares are worked out as if ${said.name} makes the award.`;
    case 'size':
      return `${said.have} of at least ${said.need} count.`;
    case 'at-level':
      return `At level ${said.level} or above: ${said.have} of at least ${said.need}.`;
    case 'cap':
      return `${said.on === 'kind' ? 'From micro-credentials' : 'From other institutions'}: ${said.have}, at most ${said.most} (${said.percent}%).`;
    case 'parts':
      return `Parts (${said.role}): ${said.have} of ${said.need}.`;
    case 'part-missing':
      return `Missing: ${said.name}.`;
    case 'counts':
      return `Counts: ${said.name}, ${said.date}.`;
    case 'left-out':
      return `${said.name}: not counted here, because ${leftOut[said.why]}.`;
    case 'does-not-count':
      return `${said.name}: does not count, because ${reason(said.reason, said.provider, said.date)}.`;
    case 'missing':
      return `Still needed: ${said.size}.`;
    case 'points':
      return `Credit points (credits times level): ${said.points}.`;
    case 'keeps':
      return 'Counting it here uses nothing up: it stays free for other awards.';
    case 'spends':
      return 'What counts is spent by this award, and free again if the award is withdrawn.';
    case 'debits':
      return 'What counts is debited for ever when it is redeemed for this award.';
    case 'valid-until':
      return `Made on this day, it holds until ${said.on} and is then renewed.`;
    case 'cumulative':
      return `Whoever leaves now gets a certificate of the ${said.count} parts passed; nothing of it is lost.`;
    case 'expires':
      return `From ${said.on}, ${said.name} no longer counts.`;
    case 'rounded':
      return `${said.size} were left out in reading sizes, because they make no whole step of the unit.`;
    case 'note':
      return said.text;
  }
}

export const en: AwardWords = { months: stack.months, date: stack.date, reason, leftOut, line };
