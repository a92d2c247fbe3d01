import type { Posted, Reading } from '../answers/kind.ts';
import type { Words } from '../language/index.ts';
import { readResponse } from '../quizzes/mark.ts';
import type { Question, Quiz } from '../quizzes/quiz.ts';
import type { Grade, Marking, QuizRow, Role } from '../storage/index.ts';
import type { Note, Problem } from '../values/outcome.ts';
import type { Witness } from '../values/witness.ts';
import { questionsOf } from './questions.ts';
import { type AttemptRecord, gradeOf, latestMarkings, responsesOf } from './record.ts';
import { whyNotStart } from './start.ts';
import { type VerdictWord, verdictOf } from './verdict.ts';

/** What may be shown of an attempt to somebody at some moment. */
export interface AttemptReview {
  /** `pending`: handed in, not marked yet. */
  readonly state: 'open' | 'pending' | 'marked';
  readonly grade: Grade | null;
  /** When and what was handed in; null while the attempt is open. */
  readonly receipt: { readonly at: number; readonly hash: string } | null;
  readonly questions: readonly QuestionReview[];
}

export interface QuestionReview {
  readonly id: string;
  readonly label: string;
  readonly maximum: number;
  readonly posted: Posted;
  /** What was understood of the response; says nothing of right or wrong. */
  readonly reading: Reading;
  readonly judgement: Judgement | null;
  readonly solution: Solution | null;
}

/** What a marking says to a person; texts are Markdown. */
export interface Judgement {
  readonly verdict: VerdictWord;
  /** null: a person has to decide. */
  readonly mark: number | null;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  /** Without `expected`, which is part of the solution. */
  readonly witness: Omit<Witness, 'expected'> | null;
  readonly feedback: readonly string[];
  /** Only with a response that is wrong in part or in whole. */
  readonly hint: string | null;
  /** Why a person has to decide; for staff only. */
  readonly reason: Words | null;
  readonly comment: string | null;
  readonly byPerson: boolean;
}

/** What gives the answer away; texts are Markdown. */
export interface Solution {
  readonly key: string | null;
  readonly text: string | null;
  readonly because: string | null;
  /** What the witness would have been had the response been right. */
  readonly expected: Words | null;
}

/**
 * Decides what may be shown of an attempt; every page asks here, and shows nothing else.
 *
 * An instructor sees everything that there is. A student sees
 * - while the attempt is open: the responses and what was understood of them, nothing of right or wrong;
 * - once it is handed in and marked: verdict, mark, witness (what was wrong, not what is right), notes, feedback;
 * - the solution, never while the attempt is open, from the date `solutions` on; where there is no such date, once
 *   the student can neither continue nor begin another attempt, and before that for questions answered fully right.
 *   So a blank attempt reveals nothing that another one could use.
 */
export function review(
  record: AttemptRecord,
  quiz: Quiz,
  rules: QuizRow,
  now: number,
  role: Role,
): AttemptReview {
  const { attempt, siblings } = record;
  const staff = role === 'instructor';
  const handedIn = attempt.state === 'submitted';
  const responses = responsesOf(record);
  const markings = latestMarkings(record);
  const triesRemain =
    siblings.some(({ state }) => state === 'open') || mayStartAnother(rules, siblings.length, now);

  const maySolve = (marking: Marking | undefined): boolean => {
    if (staff) return true;
    if (!handedIn) return false;
    if (rules.solutions !== null) return now >= rules.solutions;
    return !triesRemain || marking?.fraction === 1;
  };

  const questions = [...questionsOf(quiz).values()].map((question): QuestionReview => {
    const posted = responses.get(question.id) ?? {};
    const marking = attempt.markedAt === null ? undefined : markings.get(question.id);
    return {
      id: question.id,
      label: question.label,
      maximum: question.maximum,
      posted,
      reading: readResponse(question, posted),
      judgement: marking ? judgementOf(question, posted, marking, staff) : null,
      solution: maySolve(marking) ? solutionOf(question, marking) : null,
    };
  });

  const { submittedAt, receipt } = attempt;
  return {
    state: handedIn ? (attempt.markedAt === null ? 'pending' : 'marked') : 'open',
    grade: gradeOf(record),
    receipt: submittedAt === null || receipt === null ? null : { at: submittedAt, hash: receipt },
    questions,
  };
}

/** A quiz that has not opened (again) yet still has its tries, and so has one whose file is away: it may come back. */
function mayStartAnother(rules: QuizRow, made: number, now: number): boolean {
  const why = whyNotStart({ ...rules, archivedAt: null }, made, now);
  return why === null || why === 'not-open';
}

function judgementOf(question: Question, posted: Posted, marking: Marking, staff: boolean): Judgement {
  const { outcome } = marking;
  const verdict = verdictOf(marking);
  const notes = outcome.state === 'marked' ? outcome.notes : [];
  const reason = outcome.state === 'undecided' || outcome.state === 'broken' ? outcome.reason : null;
  return {
    verdict,
    mark: marking.mark,
    problems: outcome.state === 'invalid' ? outcome.problems : [],
    notes,
    witness: outcome.state === 'marked' && outcome.witness ? withoutExpected(outcome.witness) : null,
    feedback: feedbackFor(question, posted, notes),
    hint: verdict === 'wrong' || verdict === 'partly' ? (question.source.hint ?? null) : null,
    reason: staff ? reason : null,
    comment: marking.comment,
    byPerson: marking.reason === 'human',
  };
}

const withoutExpected = ({ expected: _, ...witness }: Witness): Omit<Witness, 'expected'> => witness;

/** The author's feedback on the notes that marking made and on the options that were picked. */
export function feedbackFor(
  { source, answer }: Question,
  posted: Posted,
  notes: readonly Note[],
): readonly string[] {
  const values = new Set(Object.values(posted).flat());
  // Of what was typed nothing counts: who guesses a tag has not made the mistake.
  const picked = answer.options.map(({ id }) => id).filter((id) => values.has(id));
  const said = new Set([...notes.map(({ tag }) => tag), ...picked]);
  return Object.entries(source.feedback).flatMap(([about, text]) => (said.has(about) ? [text] : []));
}

function solutionOf({ source, answer }: Question, marking: Marking | undefined): Solution {
  const written = source.key === undefined ? null : answer.write(source.key);
  const key = written && 'posted' in written ? answer.read(written.posted) : null;
  const witness = marking?.outcome.state === 'marked' ? marking.outcome.witness : undefined;
  return {
    key: key?.state === 'read' ? key.shown : null,
    text: source.solution ?? null,
    because: source.because ?? null,
    expected: witness?.expected ?? null,
  };
}
