import { z } from 'zod';
import { handedInAt, isLate, rulesOfMany } from '../../../grading/index.ts';
import { type Message, say } from '../../../language/index.ts';
import { deployedSeeds } from '../../../quizzes/index.ts';
import {
  type ListedAttempt,
  type QuizRow,
  selectAttemptedSources,
  selectAttemptPage,
  selectVersionSources,
} from '../../../storage/index.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import { parseForm, type Route } from '../../http/page.ts';
import { pagesOf } from '../../paging.ts';
import { workIn } from '../../pending-marking.ts';
import type { Server } from '../../server.ts';
import { describeDuration } from '../../wording/dates.ts';
import { deployedInWords } from '../../wording/variants.ts';

const SIZE = 50;

const STATES = {
  open: say('in progress'),
  pending: say('being marked'),
  undecided: say('needs marking by hand'),
  marked: say('marked'),
  abandoned: say('time ran out'),
} as const;

const State = z.enum(['open', 'pending', 'undecided', 'marked', 'abandoned']);

/** What is listed, and in which order; all of it stands in the address. */
const Query = z.strictObject({
  text: z.string().max(200).default(''),
  state: z.union([State, z.literal('')]).default(''),
  /** Of a deployed list, by its seed. */
  variant: z.union([z.literal(''), z.coerce.number().int()]).default(''),
  sort: z.enum(['name', 'started', 'submitted', 'state', 'grade']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});
type Query = z.infer<typeof Query>;

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

/** Everybody's attempts at a quiz: who, how far, when, and what they came to. For instructors. */
export const quizAttemptsPage = (server: Server): Route[] => [
  {
    path: '/courses/:course/quizzes/:quiz/attempts',
    async get(visit) {
      const { course, row, href } = await instructedQuiz(server, visit);
      const address = `${href}/attempts`;
      const query = parseForm(Query, visit.query);
      const { read } = server.storage;
      const deployed = await deployedVersions(server, row, query.variant);
      const [{ attempts, total }, work, rules] = await Promise.all([
        selectAttemptPage(read, {
          ...query,
          courseId: course.id,
          quizId: row.id,
          state: query.state || undefined,
          versions: query.variant === '' ? undefined : (deployed.get(query.variant) ?? []),
          size: SIZE,
        }),
        workIn(server, course.id),
        rulesOfMany(read, { courseId: course.id, quizId: row.id }),
      ]);
      const variants = await deployedOf(server, row, attempts);
      if (attempts.length === 0 && query.page > 1) return { goTo: linkTo(address, { ...query, page: 1 }) };
      return {
        view: 'quiz-attempts',
        context: {
          quiz: { title: row.title, href },
          address,
          ...query,
          states: State.options.map((id) => ({ id, word: STATES[id] })),
          deployed: [...deployed.keys()]
            .sort((a, b) => a - b)
            .map((seed) => ({ seed, word: deployedInWords({ deployed: seed }) })),
          filtered: query.text !== '' || query.state !== '' || query.variant !== '',
          columns: COLUMNS.filter(({ title }) => title !== VARIANT || variants !== null).map((column) =>
            headOf(column, query, address),
          ),
          variants: variants !== null,
          attempts: attempts.map((attempt) => ({
            ...line(rules(row, attempt.personId), attempt),
            variant: variants?.get(attempt.quizVersion),
          })),
          waiting: work(row.id).waiting,
          pages: pagesOf({ page: query.page, size: SIZE, total }, (page) =>
            linkTo(address, { ...query, page }),
          ),
          timezone: course.timezone,
          language: course.language,
        },
      };
    },
  },
];

const Deployed = z.object({ deployed: z.number().optional() });

/** By version, which deployed variant it is; null where none of these attempts has one. */
async function deployedOf(
  { storage, quizOf }: Server,
  { id, version }: QuizRow,
  attempts: readonly ListedAttempt[],
): Promise<ReadonlyMap<string, Message> | null> {
  if (!(await quizOf(id, version)).varied) return null;
  const versions = new Set(attempts.map(({ quizVersion }) => quizVersion));
  const deployed = new Map<string, Message>();
  for (const [hash, source] of await selectVersionSources(storage.read, [...versions])) {
    const words = deployedInWords(Deployed.parse(source));
    if (words !== null) deployed.set(hash, words);
  }
  return deployed.size === 0 ? null : deployed;
}

/** The versions of each deployed variant that attempts have, by seed: of this list or earlier ones. Empty without a list. */
async function deployedVersions(
  { storage, quizOf }: Server,
  { courseId, id: quizId, version }: QuizRow,
  asked: Query['variant'],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const seeds = deployedSeeds(await quizOf(quizId, version));
  if (seeds === null && asked === '') return new Map();
  const versions = new Map<number, readonly string[]>(seeds?.map((seed) => [seed, []]));
  for (const [hash, source] of await selectAttemptedSources(storage.read, { courseId, quizId })) {
    const { deployed } = Deployed.parse(source);
    if (deployed !== undefined) versions.set(deployed, [...(versions.get(deployed) ?? []), hash]);
  }
  return versions;
}

function headOf({ title, sort, numeric }: Column, query: Query, address: string) {
  if (sort === undefined) return { title, numeric };
  const sorted = sort === query.sort ? query.direction : null;
  const direction = sorted === 'asc' ? 'desc' : 'asc';
  return {
    title,
    numeric,
    ariaSort: sorted === null ? 'none' : sorted === 'asc' ? 'ascending' : 'descending',
    href: linkTo(address, { ...query, sort, direction, page: 1 }),
  };
}

/** The address with what differs from the usual. */
function linkTo(address: string, query: Query): string {
  const usual = new Map<string, unknown>(Object.entries(Query.parse({})));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== usual.get(name)) search.set(name, String(value));
  }
  return search.size === 0 ? address : `${address}?${search}`;
}

function line(rules: QuizRow, attempt: ListedAttempt) {
  const { id, name, email, number, startedAt, endedAt, grade } = attempt;
  const reached = stateOf(attempt);
  return {
    href: `/attempts/${id}/history`,
    name,
    email,
    number,
    state: reached,
    stateWord: STATES[reached],
    startedAt,
    submittedAt: handedInAt(attempt),
    late: isLate(rules, attempt),
    took: endedAt === null ? null : describeDuration(endedAt - startedAt),
    grade,
  };
}

function stateOf({ state, grade }: ListedAttempt): keyof typeof STATES {
  if (state === 'submitted') return 'pending';
  return grade !== null && grade.undecided > 0 ? 'undecided' : state;
}
