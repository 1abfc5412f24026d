import { command as awardAssess } from './award/assess.ts';
import { command as backup } from './backup/backup.ts';
import type { Command } from './command.ts';
import { command as config } from './config/config.ts';
import { command as credentialVerify } from './credential/verify.ts';
import { command as keysRotate } from './keys/rotate.ts';
import { command as learnersMerge } from './learners/merge.ts';
import { command as learnersUnmerge } from './learners/unmerge.ts';
import { command as migrate } from './migrate/migrate.ts';
import { command as restore } from './restore/restore.ts';

/** Every `nzrr` command, in the order in which the list shows them. */
export const commands: readonly Command[] = [
  awardAssess,
  credentialVerify,
  backup,
  config,
  keysRotate,
  learnersMerge,
  learnersUnmerge,
  migrate,
  restore,
];
