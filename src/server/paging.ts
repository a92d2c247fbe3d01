/** What the partial `paging` reads: which part of a long list a page shows, counted from 1, and where its neighbours are. */
export interface Pages {
  readonly total: number;
  readonly first: number;
  readonly last: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** `href` gives the address of a page. */
export function pagesOf(
  { page, size, total }: { readonly page: number; readonly size: number; readonly total: number },
  href: (page: number) => string,
): Pages {
  const first = (page - 1) * size + 1;
  const last = Math.min(page * size, total);
  const lastPage = Math.max(1, Math.ceil(total / size));
  return {
    total,
    first,
    last,
    previous: page > 1 ? href(Math.min(page - 1, lastPage)) : null,
    next: page < lastPage ? href(page + 1) : null,
  };
}
