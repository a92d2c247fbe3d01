import { z } from 'zod';
import { say } from '../../../language/index.ts';
import type { Exercise } from '../../../quizzes/quiz.ts';
import type { Attempt } from '../../../storage/index.ts';
import { NotFound } from '../../http/page-errors.ts';
import type { Sheet } from './sheet.ts';

export const Address = z.object({ attempt: z.string() });
export const ExerciseAddress = Address.extend({ exercise: z.coerce.number().int().positive() });

export const hrefOf = ({ id }: Attempt): string => `/attempts/${id}`;

/** By its number in an address; 404 if there is none. */
export function exerciseOf({ quiz }: Sheet, number: number): Exercise {
  const exercise = quiz.exercises[number - 1];
  if (exercise === undefined) throw new NotFound(say('This quiz has no exercise {number}.', { number }));
  return exercise;
}
