import { z } from 'zod';
import { type Message, say } from '../../language/index.ts';
import { deployedSeeds, type Quiz, type VariantCache, variantOfSeed } from '../../quizzes/index.ts';

/** A seed in an address; without one, the first variant of a quiz is meant, with all questions of its pools. */
export const Seed = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional();

export const NO_SUCH_VARIANT = say('No variant of this quiz could be drawn here: try another one.');

/** For those who teach: the variant that `markprop check --seed` draws; null: there is none. */
export function seededVariant(quiz: Quiz, seed: number | undefined, kept: VariantCache): Quiz | null {
  if (seed === undefined) return quiz;
  const key = `seed ${quiz.version} ${seed}`;
  const before = kept.get(key);
  if (before !== undefined) return before.quiz;
  const drawn = variantOfSeed(quiz, seed);
  kept.set(key, { quiz: drawn });
  return drawn;
}

/** What the partial `staff/variant-paging` reads. */
export interface VariantPaging {
  readonly which: Message;
  readonly previous: string | null;
  readonly next: string | null;
}

/**
 * Which variant is shown, and the addresses of its neighbours (of a deployed list, of those alone); null: nothing is
 * drawn.
 */
export function variantPaging(
  quiz: Quiz,
  seed: number | undefined,
  hrefOf: (query: string) => string,
): VariantPaging | null {
  if (!quiz.varied) return null;
  const deployed = deployedSeeds(quiz);
  const at = seed === undefined ? -1 : (deployed?.indexOf(seed) ?? seed - 1);
  const seedAt = (index: number) => (deployed === null ? index + 1 : deployed[index]);
  const next = seedAt(at + 1);
  const previous = at > 0 ? seedAt(at - 1) : undefined;
  return {
    which:
      seed === undefined
        ? say('the first variant, with all questions of pools')
        : deployed === null || at < 0
          ? say('variant of seed {seed}', { seed: String(seed) })
          : say('deployed variant {seed}, {number} of {total}', {
              seed: String(seed),
              number: at + 1,
              total: deployed.length,
            }),
    previous: previous === undefined ? (at === 0 ? hrefOf('') : null) : hrefOf(`?seed=${previous}`),
    next: next === undefined ? null : hrefOf(`?seed=${next}`),
  };
}
