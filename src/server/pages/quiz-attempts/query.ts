import { z } from 'zod';
import { type Message, say } from '../../../language/index.ts';

export const STATES = {
  open: say('in progress'),
  pending: say('being marked'),
  undecided: say('needs marking by hand'),
  marked: say('marked'),
  abandoned: say('time ran out'),
} as const;

export const State = z.enum(['open', 'pending', 'undecided', 'marked', 'abandoned']);
export type State = z.infer<typeof State>;

/** What is listed, and in which order; all of it stands in the address. */
export const Query = z.strictObject({
  text: z.string().max(200).default(''),
  state: z.union([State, z.literal('')]).default(''),
  /** Of a deployed list, by its seed. */
  variant: z.union([z.literal(''), z.coerce.number().int()]).default(''),
  sort: z.enum(['name', 'started', 'submitted', 'state', 'grade']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});
export type Query = z.infer<typeof Query>;

/** The address with what differs from the usual. */
export function linkTo(address: string, query: Query): string {
  const usual = new Map<string, unknown>(Object.entries(Query.parse({})));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== usual.get(name)) search.set(name, String(value));
  }
  return search.size === 0 ? address : `${address}?${search}`;
}

/** The head of a column; `href` sorts by it. */
export interface ColumnHead {
  readonly title: Message;
  readonly numeric: boolean;
  readonly ariaSort: 'none' | 'ascending' | 'descending' | null;
  readonly href: string | null;
}

interface Column {
  readonly title: Message;
  readonly sort?: Query['sort'];
  readonly numeric?: boolean;
}

/** Where the quiz deploys a list of variants: otherwise each attempt has one of its own. */
const VARIANT = say('Variant');

const COLUMNS: readonly Column[] = [
  { title: say('Who'), sort: 'name' },
  { title: say('Attempt'), numeric: true },
  { title: VARIANT },
  { title: say('State'), sort: 'state' },
  { title: say('Started'), sort: 'started' },
  { title: say('Handed in'), sort: 'submitted' },
  { title: say('Took'), numeric: true },
  { title: say('Marks'), sort: 'grade', numeric: true },
];

export const columnHeads = (query: Query, address: string, withVariants: boolean): readonly ColumnHead[] =>
  COLUMNS.filter(({ title }) => title !== VARIANT || withVariants).map((column) =>
    headOf(column, query, address),
  );

function headOf({ title, sort, numeric = false }: Column, query: Query, address: string): ColumnHead {
  if (sort === undefined) return { title, numeric, ariaSort: null, href: null };
  const sorted = sort === query.sort ? query.direction : null;
  const direction = sorted === 'asc' ? 'desc' : 'asc';
  return {
    title,
    numeric,
    ariaSort: sorted === null ? 'none' : sorted === 'asc' ? 'ascending' : 'descending',
    href: linkTo(address, { ...query, sort, direction, page: 1 }),
  };
}
