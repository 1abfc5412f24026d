/** What somebody has done on a page that the server drew before its script came: nothing, typing that goes on, or a choice of a search. */
export type Begun = 'nothing' | 'typing' | HTMLFormElement;

/**
 * Looks, on a page that the server drew, for what somebody has begun while the script was on its way, as on a slow phone. To draw the
 * website over it would lose their words or their choice. Who chooses in a search (a list, a box, a day) means it to act at once, as it
 * does on the website, so that form is answered, to be sent; any other beginning is left to its owner. A form of a search says
 * `autocomplete="off"`, so that a browser going back does not put an old choice into it.
 */
export function begunOn(page: HTMLElement): Begun {
  const changed = [...page.querySelectorAll<Control>('input, select, textarea')].filter(isChanged);
  const typing = changed.some(isWritten);
  const [chosen] = changed;
  if (chosen === undefined) return 'nothing';
  if (!typing && chosen.form?.getAttribute('role') === 'search') return chosen.form;
  return 'typing';
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((option) => option.selected !== option.defaultSelected);
  if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))
    return control.checked !== control.defaultChecked;
  return control.type !== 'hidden' && control.value !== control.defaultValue;
}

function isWritten(control: Control): boolean {
  if (control instanceof HTMLTextAreaElement) return true;
  return control instanceof HTMLInputElement && !['checkbox', 'radio', 'date'].includes(control.type);
}
