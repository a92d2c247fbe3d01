import type { Posted } from '../../answers/kind.ts';
import type { Words } from '../../language/index.ts';
import type { Certainty } from '../../quizzes/format/behaviour.ts';
import { REVIEW_ITEMS, type ReviewItem } from '../../quizzes/format/review-rules.ts';
import { keyOf } from '../../quizzes/key.ts';
import { markResponse } from '../../quizzes/marking/mark-response.ts';
import type { Question } from '../../quizzes/quiz.ts';
import type { Marking, Step } from '../../storage/index.ts';
import type { Note } from '../../values/outcome.ts';
import type { Witness } from '../../values/witness.ts';
import { type Result, resultOf } from '../marking/result.ts';

/** What a marking says to a person; texts are Markdown. */
export interface Judgement {
  readonly result: Result;
  /** null: not to be shown, or `waiting`. */
  readonly mark: number | null;
  /** What the answer brings by itself, where earlier tries or answers make another mark of it. */
  readonly worth: number | null;
  /** How sure its student was, where that decides the mark. */
  readonly certainty: Certainty | null;
  /** A person has to decide. */
  readonly waiting: boolean;
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
  readonly key: Words | null;
  readonly text: string | null;
  readonly because: string | null;
  /** What the witness would have been had the response been right. */
  readonly expected: Words | null;
}

/** What decides a judgement. */
type Judged = Pick<Marking, 'outcome' | 'mark' | 'maximum' | 'comment' | 'reason'>;

/** All that a marking says of its response, for staff. */
export function markingFacts(marking: Judged) {
  const { outcome, mark, maximum, comment } = marking;
  return {
    result: resultOf(marking),
    mark,
    maximum,
    comment,
    notes: outcome.state === 'marked' ? outcome.notes : [],
    witness: (outcome.state === 'marked' && outcome.witness) || null,
    reason: outcome.state === 'undecided' || outcome.state === 'broken' ? outcome.reason : null,
    byPerson: marking.reason === 'human',
  };
}

/** What may be shown of a marking: null if not even whether it is right. */
export function judgementOf(
  question: Question,
  { posted, certainty }: Pick<Step, 'posted' | 'certainty'>,
  marking: Judged,
  may: ReadonlySet<ReviewItem>,
  staff: boolean,
): Judgement | null {
  if (!may.has('right')) return null;
  const { outcome } = marking;
  const { result, byPerson, witness, reason, ...facts } = markingFacts(marking);
  const notes = may.has('feedback') ? facts.notes : [];
  const mark = may.has('mark') ? facts.mark : null;
  const weighed = outcome.state === 'marked' && mark !== null && !byPerson;
  const worth = (outcome.state === 'marked' ? outcome.fraction : 0) * marking.maximum;
  const mistaken = result === 'wrong' || result === 'partly';
  return {
    result,
    mark,
    worth: weighed && certainty === null && Math.abs(worth - mark) > ROUNDING ? worth : null,
    certainty: weighed ? certainty : null,
    waiting: marking.mark === null,
    notes,
    witness: witness && may.has('witness') ? withoutExpected(witness) : null,
    feedback: may.has('feedback') ? feedbackFor(question, posted, notes) : [],
    hint: mistaken && may.has('feedback') ? (question.hints[0] ?? null) : null,
    reason: staff ? reason : null,
    comment: may.has('feedback') ? facts.comment : null,
    byPerson,
  };
}

/** What a response would come to if it were handed in, all of it, for practice and previews; null for a blank one. */
export function judgementOnTrial(question: Question, posted: Posted, earlier?: Posted): Judgement | null {
  const outcome = markResponse(question, posted, earlier);
  if (outcome.state === 'blank') return null;
  const { maximum } = question;
  const mark = outcome.state === 'marked' ? outcome.fraction * maximum : null;
  const marking = { outcome, mark, maximum, comment: null, reason: 'submit' } as const;
  return judgementOf(question, { posted, certainty: null }, marking, new Set(REVIEW_ITEMS), true);
}

/** Marks are sums and products of a few fractions. */
const ROUNDING = 1e-9;

const withoutExpected = ({ expected: _, ...witness }: Witness): Omit<Witness, 'expected'> => witness;

/** The author's feedback on the notes that marking made and on the options that were picked. */
function feedbackFor(
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

/** What gives the answer away; `marking` adds what its witness should have been. */
export function solutionOf(question: Question, marking: Marking | undefined): Solution {
  const { source, answer } = question;
  const posted = keyOf(question);
  const key = posted && answer.read(posted);
  const witness = marking?.outcome.state === 'marked' ? marking.outcome.witness : undefined;
  return {
    key: key?.state === 'read' ? key.shown : null,
    text: source.solution ?? null,
    because: source.because ?? null,
    expected: witness?.expected ?? null,
  };
}
