import { useInfiniteQuery } from '@tanstack/react-query';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface Pages<Item> {
  /** Undefined until the first page is here. */
  readonly items: readonly Item[] | undefined;
  readonly error: unknown;
  readonly busy: boolean;
  /** Brings the next page; null when there is none. */
  readonly more: (() => void) | null;
  readonly again: () => void;
}

/** A list that is read page by page, by cursor. */
export function usePages<Item>(key: readonly unknown[], read: (cursor: string) => Promise<Page<Item>>): Pages<Item> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  return {
    items: query.data?.pages.flatMap(({ items }) => items),
    error: query.error,
    busy: query.isFetchingNextPage,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    again: () => void query.refetch(),
  };
}
