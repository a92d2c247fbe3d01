import { z } from 'zod';
import {
  type AttemptRecord,
  attemptFor,
  gradeOf,
  handedIn,
  handedInAt,
  isLate,
  latestMarkings,
  readRecord,
  receiptOf,
  responsesOf,
  rulesOf,
} from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import type { Question } from '../../../quizzes/quiz.ts';
import { type Queries, selectCourse, selectPerson, selectRuleChanges } from '../../../storage/index.ts';
import { parseAddress, parseForm, type Reply, type Route, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/page-errors.ts';
import { pagesOf } from '../../paging.ts';
import { responseOf } from '../../questions/response.ts';
import type { Server } from '../../server.ts';
import { describeDuration } from '../../wording/dates.ts';
import { changesOfRules } from '../../wording/overrides.ts';
import { deployedInWords, drawnInWords } from '../../wording/variants.ts';
import { judged } from './judged.ts';
import { eventsOf, timelineOf } from './timeline.ts';

const Address = z.object({ attempt: z.string() });
/** Without a page, the last: what happened most recently. */
const Query = z.strictObject({
  question: z.string().max(40).default(''),
  page: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

const SIZE = 50;

/** All that happened in an attempt: what was typed when, what it came to and why. For instructors of the course. */
export function attemptHistoryPage({ storage, quizOf }: Server): Route[] {
  async function show({ who, params, query, now, language }: Visit): Promise<Reply> {
    const { attempt, role } = await attemptFor(storage.read, parseAddress(Address, params).attempt, who.id);
    if (role !== 'instructor') throw new NotFound();
    const { question: only, page: wanted } = parseForm(Query, query);
    const record = await readRecord(storage.read, attempt.id);
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
    return {
      view: 'attempt-history',
      context: {
        href,
        quiz: { title: quiz.title, href: quizHref },
        student,
        attempt: { number, state, startedAt, endedAt, markedAt },
        took: endedAt === null ? null : describeDuration(endedAt - startedAt),
        late: isLate(rules, attempt),
        grade: gradeOf(record),
        changes: changesOfRules(changes, {
          now,
          timezone: course.timezone,
          language: language(course.language),
        }),
        siblings: record.siblings.map((each) => ({
          number: each.number,
          href: `/attempts/${each.id}/history`,
          current: each.id === attempt.id,
        })),
        receipt: checkedReceipt(record),
        variant: attempt.drawnFrom === null ? null : { deployed: deployedInWords(quiz.source) },
        questions: questions.map((question) => ({
          ...line(question, record, { href, quizHref }),
          drawn: drawn.get(question.id),
        })),
        only: asked?.label,
        days: timelineOf(
          { record, questions, names, timezone: course.timezone, language: language(course.language) },
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
        timezone: course.timezone,
        language: course.language,
      },
    };
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
function checkedReceipt({ attempt, steps }: AttemptRecord) {
  const at = handedInAt(attempt);
  const { receipt } = attempt;
  if (at === null || receipt === null) return null;
  const submitted = steps.filter(({ kind }) => kind === 'submitted');
  const responses = new Map(submitted.map(({ questionId, posted }) => [questionId, posted]));
  return { hash: receipt, matches: receiptOf(handedIn(attempt, at, responses)) === receipt };
}

function line(question: Question, record: AttemptRecord, at: { href: string; quizHref: string }) {
  const { id, label, maximum } = question;
  const marking = latestMarkings(record).get(id);
  return {
    id,
    label,
    href: `${at.href}/history?question=${id}#timeline`,
    response: responseOf(question, responsesOf(record).get(id) ?? {}),
    judgement: marking && judged(marking),
    maximum,
    marking: marking && {
      href: `${at.quizHref}/questions/${id}/marking?attempt=${record.attempt.id}`,
      waits: marking.mark === null,
    },
  };
}
