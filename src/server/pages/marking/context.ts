import { scansOf } from '../../../answers/text/scan.ts';
import type { Language } from '../../../language/index.ts';
import { selectPerson } from '../../../storage/index.ts';
import { proseOf } from '../../questions/response.ts';
import { reviewedQuestion } from '../../questions/reviewed-question.ts';
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

/** What stands on every page of marking a question. */
export const pileContext = (pile: Pile) => ({
  quiz: { title: pile.row.title, href: pile.href },
  address: addressOf(pile, {}),
  timezone: pile.course.timezone,
  language: pile.course.language,
});

/** Who has which mark. */
export async function markOn({ storage }: Server, { record, marking }: Desk) {
  const { name } = await selectPerson(storage.read, record.attempt.personId);
  const by = marking.by === null ? null : (await selectPerson(storage.read, marking.by)).name;
  const { mark, maximum, at, comment } = marking;
  return { student: name, mark, maximum, by, at, comment };
}

/** A response with everything that helps to mark it, and the form with the mark that it has. */
export async function deskContext(server: Server, desk: Desk, language: Language) {
  const { record, exercise, question, reviewed, marking, waiting } = desk;
  const { attempt } = record;
  const position = waiting.indexOf(attempt.id);
  const next = position < 0 ? null : nextAfter(desk, attempt.id);
  return {
    ...pileContext(desk),
    ...(await markOn(server, desk)),
    attempt: attempt.id,
    number: attempt.number,
    history: historyAddress(desk, attempt.id),
    exercise: { title: exercise.title, text: exercise.text, figure: exercise.figure?.('exercise', language) },
    question: reviewedQuestion(server.views, question, reviewed, { secret: attempt.secret, language }),
    prose: reviewed.response && proseOf(question, reviewed.response.posted),
    scans: scansOf(reviewed.response?.posted ?? {}),
    waits: position < 0 ? null : { position: position + 1, total: waiting.length },
    skip: next === null ? null : addressOf(desk, { attempt: next }),
    seen: marking.sequence,
    typed: { mark: marking.mark === null ? '' : String(marking.mark), comment: marking.comment ?? '' },
  };
}
