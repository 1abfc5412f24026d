import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a person does who has a keyboard and nothing else: nothing here clicks, and nothing here gives the focus away by script. */
export interface Hands {
  /** Presses Tab until the focus is on this (one of these); it must show. Throws when a long walk does not meet it. */
  readonly to: (target: Locator) => Promise<void>;
  /** Goes there and presses a key, Enter where nothing else is said. */
  readonly press: (target: Locator, key?: string) => Promise<void>;
  /** Goes there and types in place of what is there. */
  readonly type: (target: Locator, text: string) => Promise<void>;
  /** Goes to a list that opens as one types, types, and takes the first that it finds. */
  readonly pick: (target: Locator, text: string) => Promise<void>;
  /** Goes to a closed list and takes the first entry that begins so. */
  readonly choose: (target: Locator, beginning: string) => Promise<void>;
}

/** As far as somebody would walk before giving up: the longest page of these journeys has some 150 stops. */
const LONGEST_WALK = 400;

export function handsOn(page: Page): Hands {
  const { keyboard } = page;
  const here = (target: Locator): Promise<boolean> =>
    target.evaluateAll((all) => all.some((one) => one === document.activeElement));
  const to: Hands['to'] = async (target) => {
    await target.first().waitFor({ state: 'attached' });
    for (let stop = 0; stop < LONGEST_WALK; stop += 1) {
      if (await here(target)) {
        expect(await focusShows(page), 'the focus shows').toBe(true);
        return;
      }
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(target)}`);
  };
  const press: Hands['press'] = async (target, key = 'Enter') => {
    await to(target);
    await keyboard.press(key);
  };
  const type: Hands['type'] = async (target, text) => {
    await to(target);
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(text);
  };
  return {
    to,
    press,
    type,
    pick: async (target, text) => {
      await type(target, text);
      await page.locator('.picker-list:not([data-late]) [role=option][data-key]').first().waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
    choose: async (target, beginning) => {
      await to(target);
      await keyboard.type(beginning);
    },
  };
}

/** Whether what has the focus, or what stands for it on the page, is drawn with an outline. */
async function focusShows(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || !focused.matches(':focus-visible')) return false;
    const shown = [focused, focused.parentElement, focused.nextElementSibling].filter((one) => one !== null);
    return shown.some((one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
  });
}
