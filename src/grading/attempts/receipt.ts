import type { Posted } from '../../answers/kind.ts';
import { type Attempt, sha256 } from '../../storage/index.ts';
import { canonicalJson } from '../../values/json.ts';

/**
 * What was handed in and when, as text: JSON with sorted keys. Its SHA-256 in hexadecimal digits is the receipt,
 * so that whoever has this text can show later what they handed in, and so can we.
 */
export const handedIn = (
  { id, courseId, quizId, quizVersion, personId }: Attempt,
  at: number,
  responses: ReadonlyMap<string, Posted>,
): string =>
  canonicalJson({
    attempt: id,
    course: courseId,
    quiz: quizId,
    version: quizVersion,
    person: personId,
    at,
    responses: Object.fromEntries(responses),
  });

export const receiptOf = (text: string): string => sha256(text);
