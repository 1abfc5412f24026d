import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { fitting } from './fitting.ts';

export interface Picked {
  readonly id: string;
  readonly name: string;
}

interface Offered extends Picked {
  /** Beside the name in the list and once it is picked. */
  readonly code?: string;
}

/** Finds one of many as you type; what is picked stands there, and can be given up for another. */
export function PickOne({
  words,
  typed,
  onTyped,
  items: found,
  late,
  picked,
  onPick,
}: {
  readonly words: { readonly label: string; readonly hint: string; readonly none: string; readonly other: string };
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly items: readonly Offered[];
  /** Whether these answer an earlier question than what is typed now. */
  readonly late: boolean;
  readonly picked: Picked | null;
  readonly onPick: (one: Picked | null) => void;
}) {
  const items = fitting(found, late, typed, ({ name, code = '' }) => `${name} ${code}`);
  if (picked !== null)
    return (
      <p className="field">
        <span className="label">{words.label}</span>
        {picked.name}{' '}
        <button type="button" className="link" onClick={() => onPick(null)}>
          {words.other}
        </button>
      </p>
    );
  return (
    <ComboBox
      className="picker field"
      inputValue={typed}
      onInputChange={onTyped}
      items={items}
      value={null}
      onChange={(chosen) => {
        const one = items.find(({ id }) => id === chosen);
        if (one !== undefined) onPick({ id: one.id, name: one.code === undefined ? one.name : `${one.name} (${one.code})` });
      }}
      menuTrigger="input"
      // Open while it is looked for; closed when nothing is typed, since an open list keeps the rest of the page from a screen reader.
      allowsEmptyCollection={typed.trim() !== ''}
      isRequired
    >
      <Label className="label">{words.label}</Label>
      <Input className="input" placeholder={words.hint} />
      <Popover className="picker-list" data-late={late || undefined}>
        <ListBox<Offered> renderEmptyState={() => <p className="muted">{words.none}</p>}>
          {(one) => (
            <ListBoxItem id={one.id} textValue={one.name}>
              <span>{one.name}</span>
              {one.code === undefined ? null : <small>{one.code}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
