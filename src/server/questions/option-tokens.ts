import { createHmac } from 'node:crypto';
import type { Question } from '../../quizzes/quiz.ts';

/**
 * What a form posts for an option: the first 16 characters of base64url(HMAC-SHA256(secret, question \0 option)).
 * Drawn anew for each attempt, so that neither ids nor what neighbours posted tell anything.
 */
export const optionToken = (secret: string, questionId: string, optionId: string): string =>
  createHmac('sha256', secret).update(`${questionId}\0${optionId}`).digest('base64url').slice(0, 16);

/** The options of a question by their tokens. */
export const optionsByToken = (secret: string, { id, answer }: Question): ReadonlyMap<string, string> =>
  new Map(answer.options.map((option) => [optionToken(secret, id, option.id), option.id]));
