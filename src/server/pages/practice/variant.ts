import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Message, say } from '../../../language/index.ts';
import { deployedSeeds, type Quiz, variantOf, variantOfSeed } from '../../../quizzes/index.ts';
import { newId } from '../../../storage/index.ts';
import { NotFound } from '../../errors.ts';

/** Which variant: by a name that says nothing of what it draws, or, for instructors, by its seed. */
export const Which = z.strictObject({
  variant: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  seed: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  /** The name of a variant that is not wanted again. */
  not: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
});
export type Which = z.infer<typeof Which>;

/** Drawing proves what it draws, which takes a while; a page is asked for again with each check. */
const MOST_KEPT = 100;
const kept = new Map<string, Quiz | null>();

function keptOr(key: string, draw: () => Quiz | null): Quiz {
  const known = kept.get(key);
  const drawn = known === undefined ? draw() : known;
  kept.delete(key);
  kept.set(key, drawn);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  if (drawn === null)
    throw new NotFound(say('No variant of this quiz could be drawn here: try another one.'));
  return drawn;
}

/**
 * The variant of this name. The seed is made of the name with the server's secret: a name leads to its variant again,
 * but nobody can choose what is drawn, and nothing is stored.
 */
export const namedVariant = (quiz: Quiz, name: string, secret: string): Quiz =>
  keptOr(`${quiz.version} ${name}`, () =>
    variantOf(quiz, createHmac('sha256', secret).update(`practice\0${quiz.id}\0${name}`).digest('base64url')),
  );

/** As the author draws it with `markprop check --seed`. */
export const seededVariant = (quiz: Quiz, seed: number): Quiz =>
  keptOr(`${quiz.version} seed ${seed}`, () => variantOfSeed(quiz, seed));

const MOST_TRIES = 5;

/** The name of a variant in which this exercise is another one than in the variant `not`, where one is soon found. */
export function anotherName(quiz: Quiz, not: string | undefined, exercise: number, secret: string): string {
  const lookOf = (name: string) =>
    namedVariant(quiz, name, secret)
      .exercises[exercise - 1]?.questions.map(({ version }) => version)
      .join();
  let name = newId();
  const before = not === undefined ? undefined : lookOf(not);
  for (let i = 1; i < MOST_TRIES && before !== undefined && lookOf(name) === before; i++) name = newId();
  return name;
}

/** Where a seed stands among those that are given, with its neighbours; for instructors. */
export function neighboursOf(
  quiz: Quiz,
  seed: number,
): { readonly previous: number | null; readonly next: number | null; readonly which: Message } {
  const deployed = deployedSeeds(quiz);
  const at = deployed?.indexOf(seed) ?? -1;
  if (deployed === null || at < 0) {
    const which = say('variant of seed {seed}', { seed: String(seed) });
    return { previous: seed > 1 ? seed - 1 : null, next: seed + 1, which };
  }
  return {
    previous: deployed[at - 1] ?? null,
    next: deployed[at + 1] ?? null,
    which: say('deployed variant {seed}, {number} of {total}', {
      seed: String(seed),
      number: at + 1,
      total: deployed.length,
    }),
  };
}

export const firstSeed = (quiz: Quiz): number => deployedSeeds(quiz)?.[0] ?? 1;
