import { leafOf } from '../log/leaf.ts';
import type { Services } from '../services.ts';
import type { NewRplEvent } from './queries.ts';

/** An event with its time and its salted leaf, ready to be written. */
export function newEvent(services: Pick<Services, 'clock'>, event: Omit<NewRplEvent, 'at' | 'leaf'>): NewRplEvent {
  const at = services.clock.now().toISOString();
  return { ...event, at, leaf: leafOf({ ...event, at }) };
}
