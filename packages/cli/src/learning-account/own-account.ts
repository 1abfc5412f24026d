import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { asLearner, type LearnerAtMachine } from '@recognition/server/account/at-machine.ts';
import { problem } from '@recognition/server/http/problem.ts';
import { listOwn } from '@recognition/server/learning-account/view.ts';
import type { Services } from '@recognition/server/services.ts';
import { readLearner, readPlace } from '../bank/place.ts';
import { orRefused } from '../bank/refused.ts';
import type { Command, Io } from '../command.ts';
import { guarded } from '../guarded.ts';
import { withServices } from '../open.ts';

interface Asked {
  readonly id: string;
  readonly by: LearnerAtMachine;
  readonly services: Services;
  readonly json: boolean;
}

/**
 * A command on one learner's own account, which is named by its learner and its rule. `options` are what it takes beside those, each with a
 * value; `read` makes what it needs of them, and null where they are off, which shows the help. What is refused is a sentence, exit 1 or 2.
 */
export function ownAccountCommand<Option extends string, Read>(
  help: string,
  options: readonly Option[],
  read: (values: Readonly<Partial<Record<Option, string>>>) => Read | null,
  work: (asked: Asked, read: Read, io: Io) => Promise<number>,
): Command {
  return {
    help,
    run: guarded(help, async (args, io) => {
      const taken: ParseArgsOptionsConfig = { json: { type: 'boolean', default: false } };
      for (const option of ['learner', 'account', ...options]) taken[option] = { type: 'string' };
      const { values } = parseArgs({ args: [...args], options: taken });
      const text = (name: string): string | undefined => {
        const value = values[name];
        return typeof value === 'string' ? value : undefined;
      };
      const learner = readLearner(text('learner'));
      const place = readPlace(text('account'));
      const said: Partial<Record<Option, string>> = {};
      for (const option of options) {
        const value = text(option);
        if (value !== undefined) said[option] = value;
      }
      const needed = read(said);
      if (learner === null || place === null || needed === null) {
        io.err(help);
        return 2;
      }
      return withServices(io, (services) =>
        orRefused(io, () =>
          asLearner(services, learner, async (by) => {
            const { items } = await listOwn(services, by);
            const own = items.find(({ framework, account }) => framework === place.framework && account === place.name);
            if (own === undefined) throw problem('learning-account-not-found', 404, 'The learner has no such learning account.');
            return work({ id: own.id, by, services, json: values['json'] === true }, needed, io);
          }),
        ),
      );
    }),
  };
}

/** Hundredths of a currency as somebody reads them. */
export const money = (cents: number): string => (cents / 100).toFixed(2);

/** Hundredths of an amount as somebody writes it, such as 320 or 320.50; null for anything else. */
export const readMoney = (text: string): number | null =>
  /^[0-9]{1,7}(\.[0-9]{1,2})?$/.test(text) && Number(text) > 0 ? Math.round(Number(text) * 100) : null;
