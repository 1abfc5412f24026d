import { leafOf } from '../log/leaf.ts';
import type { Services } from '../services.ts';
import type { NewDisputeEvent } from './queries.ts';

/** An event with its time and its salted leaf, ready to be written. */
export function newEvent(services: Pick<Services, 'clock'>, words: Omit<NewDisputeEvent, 'at' | 'leaf'>): NewDisputeEvent {
  const at = services.clock.now().toISOString();
  return { ...words, at, leaf: leafOf({ ...words, at }) };
}
