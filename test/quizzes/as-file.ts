import { z } from 'zod';
import type { Quiz } from '../../src/quizzes/quiz.ts';

/** What the file of a quiz says, as plain data that can be changed and prepared again. */
export const asFile = ({ source }: Quiz): Readonly<Record<string, unknown>> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(source)));
