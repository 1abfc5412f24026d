import { command as awardAssess } from './award/assess.ts';
import type { Command } from './command.ts';
import { command as credentialVerify } from './credential/verify.ts';

/** Every `nzrr` command, in the order in which the list shows them. */
export const commands: readonly Command[] = [awardAssess, credentialVerify];
