import { z } from 'zod';
import {
  type AttemptRecord,
  attemptFor,
  type Grade,
  gradeOf,
  handedIn,
  handedInAt,
  isLate,
  latestMarkings,
  receiptOf,
  recordOf,
  responsesOf,
  rulesOf,
} from '../../../grading/index.ts';
import { type Message, say, type Words } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import {
  type Attempt,
  type Person,
  type Queries,
  selectCourse,
  selectPerson,
  selectRuleChanges,
} from '../../../storage/index.ts';
import { type PageRequest, parseAddress, parseForm, type Reply, type Route, view } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { type Pages, pagesOf } from '../../paging.ts';
import { type ResponsePart, responseOf } from '../../questions/response.ts';
import type { Server } from '../../server.ts';
import { describeDuration } from '../../wording/dates.ts';
import { changesOfRules, type RuleChangePart } from '../../wording/overrides.ts';
import { deployedInWords, drawnInWords } from '../../wording/variants.ts';
import { type JudgedMarking, judged } from './judged.ts';
import { type Day, eventsOf, timelineOf } from './timeline.ts';

const Address = z.object({ attempt: z.string() });
/** Without a page, the last: what happened most recently. */
const Query = z.strictObject({
  question: z.string().max(40).default(''),
  page: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

const SIZE = 50;

interface HistoryView {
  readonly href: string;
  readonly quiz: { readonly title: string; readonly href: string };
  readonly student: Pick<Person, 'name' | 'email'>;
  readonly attempt: Pick<Attempt, 'number' | 'state' | 'startedAt' | 'endedAt' | 'markedAt'>;
  readonly took: string | null;
  readonly late: boolean;
  readonly grade: Grade | null;
  readonly changes: readonly RuleChangePart[];
  /** The student's attempts at the quiz, this one too; none where it is the only one. */
  readonly siblings: readonly { readonly number: number; readonly href: string; readonly current: boolean }[];
  readonly receipt: Receipt | null;
  /** Of a quiz that differs between attempts. */
  readonly variant: { readonly deployed: Message | null } | null;
  readonly questions: readonly QuestionLine[];
  /** The label of the question whose events alone are listed. */
  readonly only: string | null;
  readonly days: readonly Day[];
  readonly pages: Pages | null;
}

interface Receipt {
  readonly hash: string;
  /** What is stored still gives it. */
  readonly matches: boolean;
}

interface QuestionLine {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly maximum: number;
  readonly response: ResponsePart;
  readonly judgement: JudgedMarking | null;
  readonly marking: { readonly href: string; readonly waits: boolean } | null;
  readonly drawn: readonly Words[];
}

const historyView = view<HistoryView>('attempt-history');

/** All that happened in an attempt: what was typed when, what it came to and why. For instructors of the course. */
export function attemptHistoryPage({ storage, quizOf }: Server): Route[] {
  async function show({ who, params, query, now, language }: PageRequest): Promise<Reply> {
    const { attempt, role } = await attemptFor(storage.read, parseAddress(Address, params).attempt, who.id);
    if (role !== 'instructor') throw new NotFound();
    const { question: only, page: wanted } = parseForm(Query, query);
    const record = await recordOf(storage.read, attempt);
    const [quiz, course, student, names, rules, changes] = await Promise.all([
      quizOf(attempt.quizId, attempt.quizVersion),
      selectCourse(storage.read, attempt.courseId),
      selectPerson(storage.read, attempt.personId),
      namesIn(storage.read, record),
      rulesOf(storage.read, attempt),
      selectRuleChanges(storage.read, attempt),
    ]);
    const questions = quiz.exercises.flatMap((exercise) => exercise.questions);
    const asked = questions.find(({ id }) => id === only);
    if (only !== '' && asked === undefined) throw new NotFound(say('This attempt has no such question.'));
    const events = eventsOf(record, asked ?? null);
    const last = Math.max(1, Math.ceil(events.length / SIZE));
    const page = Math.min(wanted ?? last, last);
    const href = `/attempts/${attempt.id}`;
    const drawn = drawnInWords(quiz);
    const quizHref = `/courses/${course.id}/quizzes/${attempt.quizId}`;
    const { number, state, startedAt, endedAt, markedAt } = attempt;
    const speak = language(course.language);
    const siblings = record.siblings.map((each) => ({
      number: each.number,
      href: `/attempts/${each.id}/history`,
      current: each.id === attempt.id,
    }));
    return historyView(
      {
        href,
        quiz: { title: quiz.title, href: quizHref },
        student,
        attempt: { number, state, startedAt, endedAt, markedAt },
        took: endedAt === null ? null : describeDuration(endedAt - startedAt),
        late: isLate(rules, attempt),
        grade: gradeOf(record),
        changes: changesOfRules(changes, { now, timezone: course.timezone, language: speak }),
        siblings: siblings.length > 1 ? siblings : [],
        receipt: checkedReceipt(record),
        variant: attempt.drawnFrom === null ? null : { deployed: deployedInWords(quiz.source) },
        questions: questions.map((question) => ({
          ...line(question, record, { href, quizHref }),
          drawn: drawn.get(question.id) ?? [],
        })),
        only: asked?.label ?? null,
        days: timelineOf(
          { record, questions, names, timezone: course.timezone, language: speak },
          events.slice((page - 1) * SIZE, page * SIZE),
        ),
        pages:
          last === 1
            ? null
            : pagesOf({ page, size: SIZE, total: events.length }, (number) => {
                const search = new URLSearchParams({
                  ...(asked && { question: asked.id }),
                  page: `${number}`,
                });
                return `${href}/history?${search}#timeline`;
              }),
      },
      { course },
    );
  }

  return [{ path: '/attempts/:attempt/history', get: show }];
}

/** Everybody who did something in the attempt, by id. */
async function namesIn(
  db: Queries,
  { steps, markings }: AttemptRecord,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set([...steps, ...markings].flatMap(({ by }) => by ?? []));
  const people = await Promise.all([...ids].map((id) => selectPerson(db, id)));
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** The receipt that the student has, and whether what is stored still gives the same one. */
function checkedReceipt({ attempt, steps }: AttemptRecord): Receipt | null {
  const at = handedInAt(attempt);
  const { receipt } = attempt;
  if (at === null || receipt === null) return null;
  const submitted = steps.filter(({ kind }) => kind === 'submitted');
  const responses = new Map(submitted.map(({ questionId, posted }) => [questionId, posted]));
  return { hash: receipt, matches: receiptOf(handedIn(attempt, at, responses)) === receipt };
}

function line(
  question: Question,
  record: AttemptRecord,
  at: { href: string; quizHref: string },
): Omit<QuestionLine, 'drawn'> {
  const { id, label, maximum } = question;
  const marking = latestMarkings(record).get(id);
  return {
    id,
    label,
    href: `${at.href}/history?question=${id}#timeline`,
    response: responseOf(question, responsesOf(record).get(id) ?? {}),
    judgement: marking ? judged(marking) : null,
    maximum,
    marking: marking
      ? {
          href: `${at.quizHref}/questions/${id}/marking?attempt=${record.attempt.id}`,
          waits: marking.mark === null,
        }
      : null,
  };
}
