import type { Posted, Understood } from '../../answers/kind.ts';
import { readResponse } from '../../quizzes/marking/read-response.ts';
import type { Question } from '../../quizzes/quiz.ts';

/** What was understood of a response, now or before. */
export function readingOf(question: Question, posted: Posted): Understood {
  const key = JSON.stringify([question.version, question.source.order, posted]);
  const before = question.readings.get(key);
  if (before !== undefined) return before;
  const reading = readResponse(question, posted);
  question.readings.set(key, reading);
  return reading;
}
