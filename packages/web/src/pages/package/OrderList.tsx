import type { PackageCourse } from '@recognition/client';
import { inOrderOfNeed, moved } from '@recognition/recognition/frameworks';
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { useLanguage } from '../../language/context.tsx';
import { Name } from '../../parts/Name.tsx';
import { type Content, withoutCourse } from './model.ts';

/** The courses in their order: dragged by hand, by keyboard from the handle, or moved a step by the buttons. */
export function OrderList({
  content,
  courses,
  onChange,
}: {
  readonly content: Content;
  readonly courses: readonly PackageCourse[];
  readonly onChange: (next: Content) => void;
}) {
  const { t } = useLanguage();
  const items = content.courses.map(({ course }, at) => ({
    id: course,
    at,
    name: courses.find(({ id }) => id === course)?.name ?? course,
  }));
  const place = (from: number, to: number): void => onChange({ ...content, courses: [...moved(content.courses, from, to)] });
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    renderDropIndicator: (target) => <DropIndicator target={target} className="drop-line" />,
    onReorder: ({ keys, target }) => {
      const from = items.findIndex(({ id }) => keys.has(id));
      const there = items.findIndex(({ id }) => id === target.key);
      if (from < 0 || there < 0) return;
      const before = target.dropPosition === 'before' ? there : there + 1;
      place(from, from < before ? before - 1 : before);
    },
  });
  const sorted = inOrderOfNeed(content.courses);
  const right = sorted.every(({ course }, at) => content.courses[at]?.course === course);
  return (
    <>
      <GridList aria-label={t('package.order')} items={items} dragAndDropHooks={dragAndDropHooks} className="order">
        {({ id, at, name }) => (
          <GridListItem id={id} textValue={name} className="order-row">
            <Button slot="drag" className="handle" aria-label={t('package.drag', { name })}>
              <span aria-hidden="true">⠿</span>
            </Button>
            <span className="order-name">
              {at + 1}. <Name>{name}</Name>
            </span>
            <span className="order-acts">
              <Button
                className="btn second slim"
                isDisabled={at === 0}
                aria-label={t('package.up', { name })}
                onPress={() => place(at, at - 1)}
              >
                <span aria-hidden="true">↑</span>
              </Button>
              <Button
                className="btn second slim"
                isDisabled={at === items.length - 1}
                aria-label={t('package.down', { name })}
                onPress={() => place(at, at + 1)}
              >
                <span aria-hidden="true">↓</span>
              </Button>
              <Button
                className="btn danger slim"
                aria-label={t('package.take-out', { name })}
                onPress={() => onChange(withoutCourse(content, id))}
              >
                <span aria-hidden="true">×</span>
              </Button>
            </span>
          </GridListItem>
        )}
      </GridList>
      {right ? null : (
        <div className="acts">
          <button type="button" className="btn second slim" onClick={() => onChange({ ...content, courses: [...sorted] })}>
            {t('package.put-in-order')}
          </button>
        </div>
      )}
    </>
  );
}
