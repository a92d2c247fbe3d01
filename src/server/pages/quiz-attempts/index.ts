import {
  attemptPage,
  type Grade,
  handedInAt,
  isLate,
  type ListedAttempt,
  rulesOfMany,
} from '../../../grading/index.ts';
import type { Message } from '../../../language/index.ts';
import type { QuizRow } from '../../../storage/index.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import { parseForm, type Route, view } from '../../http/page.ts';
import { type Pages, pagesOf } from '../../paging.ts';
import { activityIn, type Waiting } from '../../pending-marking.ts';
import type { Server } from '../../server.ts';
import { describeDuration } from '../../wording/dates.ts';
import { deployedInWords } from '../../wording/variants.ts';
import { type ColumnHead, columnHeads, linkTo, Query, STATES, State } from './query.ts';
import { deployedOf, deployedVersions } from './variants.ts';

const SIZE = 50;

interface QuizAttemptsView extends Query {
  readonly quiz: { readonly title: string; readonly href: string };
  readonly address: string;
  readonly waiting: Waiting | null;
  /** What can be looked for. */
  readonly states: readonly { readonly id: string; readonly word: Message }[];
  readonly deployed: readonly { readonly seed: number; readonly word: Message | null }[];
  readonly filtered: boolean;
  readonly columns: readonly ColumnHead[];
  /** There is a column of variants. */
  readonly variants: boolean;
  readonly attempts: readonly (Line & { readonly variant: Message | null })[];
  readonly pages: Pages;
}

interface Line {
  readonly href: string;
  readonly name: string;
  readonly email: string;
  readonly number: number;
  readonly state: State;
  readonly stateWord: Message;
  readonly startedAt: number;
  readonly submittedAt: number | null;
  readonly late: boolean;
  readonly took: string | null;
  readonly grade: Grade | null;
}

const quizAttemptsView = view<QuizAttemptsView>('quiz-attempts');

/** Everybody's attempts at a quiz: who, how far, when, and what they came to. For instructors. */
export const quizAttemptsPage = (server: Server): Route[] => [
  {
    path: '/courses/:course/quizzes/:quiz/attempts',
    async get(request) {
      const { course, row, href } = await instructedQuiz(server, request);
      const address = `${href}/attempts`;
      const query = parseForm(Query, request.query);
      const { read } = server.storage;
      const deployed = await deployedVersions(server, row, query.variant);
      const [{ attempts, total }, work, rules] = await Promise.all([
        attemptPage(read, {
          ...query,
          courseId: course.id,
          quizId: row.id,
          state: query.state || undefined,
          versions: query.variant === '' ? undefined : (deployed.get(query.variant) ?? []),
          size: SIZE,
        }),
        activityIn(server, course.id),
        rulesOfMany(read, { courseId: course.id, quizId: row.id }),
      ]);
      if (attempts.length === 0 && query.page > 1) return { goTo: linkTo(address, { ...query, page: 1 }) };
      const variants = await deployedOf(server, row, attempts);
      return quizAttemptsView(
        {
          quiz: { title: row.title, href },
          address,
          ...query,
          waiting: work(row.id).waiting,
          states: State.options.map((id) => ({ id, word: STATES[id] })),
          deployed: [...deployed.keys()]
            .sort((a, b) => a - b)
            .map((seed) => ({ seed, word: deployedInWords({ deployed: seed }) })),
          filtered: query.text !== '' || query.state !== '' || query.variant !== '',
          columns: columnHeads(query, address, variants !== null),
          variants: variants !== null,
          attempts: attempts.map((attempt) => ({
            ...line(rules(row, attempt.personId), attempt),
            variant: variants?.get(attempt.quizVersion) ?? null,
          })),
          pages: pagesOf({ page: query.page, size: SIZE, total }, (page) =>
            linkTo(address, { ...query, page }),
          ),
        },
        { course },
      );
    },
  },
];

function line(rules: QuizRow, attempt: ListedAttempt): Line {
  const { id, name, email, number, startedAt, endedAt, grade } = attempt;
  const state = stateOf(attempt);
  return {
    href: `/attempts/${id}/history`,
    ...{ name, email, number, state, startedAt, grade },
    stateWord: STATES[state],
    submittedAt: handedInAt(attempt),
    late: isLate(rules, attempt),
    took: endedAt === null ? null : describeDuration(endedAt - startedAt),
  };
}

function stateOf({ state, grade }: ListedAttempt): State {
  if (state === 'submitted') return 'pending';
  return grade !== null && grade.undecided > 0 ? 'undecided' : state;
}
