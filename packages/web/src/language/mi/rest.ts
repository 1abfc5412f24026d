import can from './can.json' with { type: 'json' };
import consistency from './consistency.json' with { type: 'json' };
import drafting from './drafting.json' with { type: 'json' };
import results from './results.json' with { type: 'json' };
import rpl from './rpl.json' with { type: 'json' };
import schemes from './schemes.json' with { type: 'json' };
import stewardship from './stewardship.json' with { type: 'json' };
import wording from './wording.json' with { type: 'json' };

/** The sentences in te reo Māori of pages that fewer open, which come with the first of them. */
export const rest = {
  ...can,
  ...consistency,
  ...drafting,
  ...results,
  ...rpl,
  ...schemes,
  ...stewardship,
  ...wording,
};
