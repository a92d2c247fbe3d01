import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { drawnText, type Quiz, type VariantCache, variantOf } from '../../../quizzes/index.ts';
import { newId } from '../../../storage/index.ts';
import { NotFound } from '../../http/page-errors.ts';
import { NO_SUCH_VARIANT, Seed } from '../../questions/seeded-variant.ts';

/** Which variant: by a name that says nothing of what it draws, or, for instructors, by its seed. */
export const Which = z.strictObject({
  variant: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  seed: Seed,
  /** The name of a variant that is not wanted again. */
  not: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
});
export type Which = z.infer<typeof Which>;

/**
 * The variant of this name. The seed is made of the name with the server's secret: a name leads to its variant again,
 * but nobody can choose what is drawn, and nothing is stored.
 */
export function namedVariant(quiz: Quiz, name: string, secret: string, kept: VariantCache): Quiz {
  const key = keyOf(quiz, name);
  const drawn = kept.get(key)?.quiz ?? drawNamed(quiz, name, secret);
  kept.set(key, { quiz: drawn });
  return drawn;
}

/** Whether the variant is at hand, so that asking for it draws nothing. */
export const isKept = (quiz: Quiz, name: string, kept: VariantCache): boolean => kept.has(keyOf(quiz, name));

const keyOf = (quiz: Quiz, name: string): string => `name ${quiz.version} ${name}`;

function drawNamed(quiz: Quiz, name: string, secret: string): Quiz {
  const drawn = variantOf(quiz, seedOf(quiz, name, secret));
  if (drawn === null) throw new NotFound(NO_SUCH_VARIANT);
  return drawn;
}

const seedOf = ({ id }: Quiz, name: string, secret: string): string =>
  createHmac('sha256', secret).update(`practice\0${id}\0${name}`).digest('base64url');

const MOST_TRIES = 5;

/**
 * The name of a variant in which this exercise is another one than in the variant `not`, where one is soon found. Of what
 * is looked at only the text is drawn, so that all tries together are less work than one variant.
 */
export function anotherName(quiz: Quiz, not: string | undefined, exercise: number, secret: string): string {
  const textOf = (name: string) => drawnText(quiz, seedOf(quiz, name, secret), exercise);
  let name = newId();
  const before = not === undefined ? undefined : textOf(not);
  for (let i = 1; i < MOST_TRIES && before !== undefined && textOf(name) === before; i++) name = newId();
  return name;
}
