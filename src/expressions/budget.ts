import { limits } from './limits.ts';
import { runWithTimeLimit } from './time-limit.ts';

/**
 * What one response makes run is counted here, in operations: one is a step of a formula in float64, about 25 ns when
 * warm; everything else counts as many as take as long. What is not counted is linear in the characters of the response.
 */
interface Allowance {
  left: number;
}
let current: Allowance | undefined;
/** The clock is being watched. */
let timed = false;

/** The costs of what is not a step in float64. */
export const costs = {
  /** A step, when its program is made. */
  made: 15,
  /** A trial at one point besides its steps, and each of its coordinates. */
  trial: 40,
  coordinate: 4,
  /** A step modulo a prime, and one that divides or raises to a large power. */
  residue: 10,
  residueOfPower: 100,
  /** A step with 256 bits, and one that is a series; a division takes twice as long, and what is made of several as many times. */
  precise: 30,
  preciseFunction: 150,
} as const;

/**
 * Runs all that one response makes run, which is stopped after `limits.operations`: nobody can make the process busy for
 * long. What is stopped leaves the response undecided, or is refused as too large; it is never right or wrong by that.
 * Inside of another it shares in its allowance. What still takes too long by the clock throws TookTooLong.
 */
export const withinBudget = <T>(work: () => T): T =>
  current ? work() : withTimeLimit(limits.milliseconds, () => within({ left: limits.operations }, work));

/**
 * Runs work that is stopped after so many milliseconds, which only a fault of this program would let it take. Inside of
 * another it is stopped with that one. Throws TookTooLong.
 */
export function withTimeLimit<T>(milliseconds: number, work: () => T): T {
  if (timed) return work();
  const outer = current;
  timed = true;
  try {
    return runWithTimeLimit(milliseconds, work);
  } finally {
    timed = false;
    current = outer;
  }
}

/** Runs what belongs to the question and is kept for all of its responses, outside of the allowance of any. */
export const outsideBudget = <T>(work: () => T): T => within(undefined, work);

/** Runs one of several parts that are left, with an equal share of the operations that are left. */
export const withShareOfBudget = <T>(parts: number, work: () => T): T =>
  withinBudget(() => {
    const outer = current ?? { left: 0 };
    const own = { left: outer.left / parts };
    const had = own.left;
    try {
      return within(own, work);
    } finally {
      outer.left -= had - own.left;
    }
  });

const within = <T>(allowance: Allowance | undefined, work: () => T): T => {
  const outer = current;
  current = allowance;
  try {
    return work();
  } finally {
    current = outer;
  }
};

/** Operations that may still be run. */
export const operationsLeft = (): number => current?.left ?? limits.operations;

/** Counts operations that are run in any case. */
export const spend = (operations: number): void => {
  if (current) current.left -= operations;
};

/** Counts operations if as many are left; if not, they are not to be run, and nothing else is. */
export const trySpend = (operations: number): boolean => {
  if (!current) return true;
  const enough = current.left >= operations;
  current.left = enough ? current.left - operations : Math.min(0, current.left);
  return enough;
};
