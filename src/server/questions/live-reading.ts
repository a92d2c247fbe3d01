import type { Language } from '../../language/index.ts';
import { say } from '../../language/index.ts';
import type { Question } from '../../quizzes/quiz.ts';
import { quota } from '../http/access/quota.ts';
import type { Reply } from '../http/page.ts';
import { BadInput } from '../http/page-errors.ts';
import type { Views } from '../views/load-views.ts';
import { readAnswer } from './answer-fields.ts';
import { readSheet } from './posted-sheet.ts';

/** Ten a second of one person: more than anybody types, and less than harms others. */
export const readingQuota = () =>
  quota(600, say('You are typing too fast to be read along; what you typed is read when it is saved.'));

/** How the one answer of a form is read while it is typed. It is read and not judged, and nothing is stored. */
export function liveReading(
  views: Views,
  questions: readonly Question[],
  {
    secret,
    body,
    language,
  }: { readonly secret: string; readonly body: unknown; readonly language: Language },
): Reply {
  const [only, ...others] = Object.entries(readSheet(questions, secret, body).responses);
  const question = questions.find(({ id }) => id === only?.[0]);
  if (!only || !question || others.length > 0) throw new BadInput(say('This form cannot be read.'));
  return { json: readAnswer(views, question, only[1], language) };
}
