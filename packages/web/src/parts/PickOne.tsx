import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';

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
  items,
  picked,
  onPick,
}: {
  readonly words: { readonly label: string; readonly hint: string; readonly none: string; readonly other: string };
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly items: readonly Offered[];
  readonly picked: Picked | null;
  readonly onPick: (one: Picked | null) => void;
}) {
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
        const found = items.find(({ id }) => id === chosen);
        if (found !== undefined)
          onPick({ id: found.id, name: found.code === undefined ? found.name : `${found.name} (${found.code})` });
      }}
      menuTrigger="input"
      // Open while it is looked for; closed when nothing is typed, since an open list keeps the rest of the page from a screen reader.
      allowsEmptyCollection={typed.trim() !== ''}
      isRequired
    >
      <Label className="label">{words.label}</Label>
      <Input className="input" placeholder={words.hint} />
      <Popover className="picker-list">
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
