import { type Scan, scansOf } from '../../../answers/text/scan.ts';
import type { Language, Message, Words } from '../../../language/index.ts';
import { selectPerson } from '../../../storage/index.ts';
import { view } from '../../http/page.ts';
import type { Waiting } from '../../pending-marking.ts';
import { drawFigure, type FigurePart } from '../../questions/evidence.ts';
import { proseOf } from '../../questions/response.ts';
import { type ReviewedQuestion, reviewedQuestion } from '../../questions/reviewed-question.ts';
import type { Server } from '../../server.ts';
import { type Desk, nextAfter, type Pile } from './desk.ts';

export function addressOf(
  { href, questionId }: Pile,
  query: { readonly attempt?: string | null; readonly after?: string },
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (typeof value === 'string') search.set(name, value);
  return `${href}/questions/${questionId}/marking${search.size === 0 ? '' : `?${search}`}`;
}

export const historyAddress = ({ questionId }: Pile, attemptId: string): string =>
  `/attempts/${attemptId}/history?question=${questionId}#timeline`;

interface QuizLink {
  readonly title: string;
  readonly href: string;
}

/** Who has which mark, from whom and when. */
interface Mark {
  readonly student: string;
  readonly mark: number | null;
  readonly maximum: number;
  readonly by: string | null;
  readonly at: number;
  readonly comment: string | null;
}

/** The mark that was saved just before, and where it can be changed. */
export interface SavedMark extends Mark {
  readonly href: string;
}

interface MarkingDoneView {
  readonly quiz: QuizLink;
  readonly saved: SavedMark | null;
  /** What waits in other questions. */
  readonly elsewhere: Waiting | null;
}

export const markingDoneView = view<MarkingDoneView>('marking-done');

/** A response with everything that helps to mark it, and the form with the mark that it has. */
export interface DeskContext extends Mark {
  readonly quiz: QuizLink;
  readonly address: string;
  readonly attempt: string;
  readonly number: number;
  readonly history: string;
  readonly exercise: {
    readonly title: string;
    readonly text: string;
    readonly figure: FigurePart | null;
  };
  readonly question: ReviewedQuestion;
  readonly prose: Words | null;
  readonly scans: readonly Scan[];
  /** Which of those that wait it is. */
  readonly waits: { readonly position: number; readonly total: number } | null;
  /** The next one that waits. */
  readonly skip: string | null;
  /** The marking that counts so far. */
  readonly seen: number;
  readonly typed: { readonly mark: string; readonly comment: string };
}

interface MarkingView extends DeskContext {
  readonly saved: SavedMark | null;
  readonly problem: Message | null;
}

export const markingView = view<MarkingView>('marking');

export async function markOn({ storage }: Server, { record, marking }: Desk): Promise<Mark> {
  const { name } = await selectPerson(storage.read, record.attempt.personId);
  const by = marking.by === null ? null : (await selectPerson(storage.read, marking.by)).name;
  const { mark, maximum, at, comment } = marking;
  return { student: name, mark, maximum, by, at, comment };
}

export async function deskContext(server: Server, desk: Desk, language: Language): Promise<DeskContext> {
  const { record, exercise, question, reviewed, marking, waiting } = desk;
  const { attempt } = record;
  const position = waiting.indexOf(attempt.id);
  const next = position < 0 ? null : nextAfter(desk, attempt.id);
  return {
    quiz: { title: desk.row.title, href: desk.href },
    address: addressOf(desk, {}),
    ...(await markOn(server, desk)),
    attempt: attempt.id,
    number: attempt.number,
    history: historyAddress(desk, attempt.id),
    exercise: {
      title: exercise.title,
      text: exercise.text,
      figure: drawFigure(exercise.figure, 'exercise', language),
    },
    question: reviewedQuestion(server.views, question, reviewed, { secret: attempt.secret, language }),
    prose: reviewed.response && proseOf(question, reviewed.response.reading),
    scans: scansOf(reviewed.response?.posted ?? {}),
    waits: position < 0 ? null : { position: position + 1, total: waiting.length },
    skip: next === null ? null : addressOf(desk, { attempt: next }),
    seen: marking.sequence,
    typed: { mark: marking.mark === null ? '' : String(marking.mark), comment: marking.comment ?? '' },
  };
}
