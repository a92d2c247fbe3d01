import type { Posted, Understood } from '../../answers/kind.ts';
import { readResponse } from '../../quizzes/marking/read-response.ts';
import type { Question } from '../../quizzes/quiz.ts';

/** Characters of responses and of what was understood of them. */
const MOST = 4_000_000;

const kept = new Map<string, Understood>();
let size = 0;

/** What was understood of a response. Remembered, because every page of an attempt asks it of every question. */
export function readingOf(question: Question, posted: Posted): Understood {
  const key = JSON.stringify([question.version, question.source.order, posted]);
  const reading = kept.get(key) ?? readResponse(question, posted);
  if (!kept.delete(key)) size += sizeOf(key, reading);
  kept.set(key, reading);
  for (const [oldest, dropped] of kept) {
    if (size <= MOST) break;
    kept.delete(oldest);
    size -= sizeOf(oldest, dropped);
  }
  return reading;
}

const sizeOf = (key: string, reading: Understood): number => key.length + JSON.stringify(reading).length;
