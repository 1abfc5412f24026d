import type { Command } from './command.ts';

/** Every `nzrr` command, in the order in which the list shows them. */
export const commands: readonly Command[] = [];
