/** What became of one case: passed, failed with a sentence, or left out with a reason. */
export interface Outcome {
  readonly id: string;
  readonly failure?: string;
  readonly skipped?: string;
}

/** Checks all cases of one fixture file. Each schema has one of these. */
export type Check = (file: unknown) => Iterable<Outcome>;

/** An outcome from what is wrong, if anything. */
export function outcome(id: string, problems: readonly string[]): Outcome {
  return problems.length === 0 ? { id } : { id, failure: problems.join('; ') };
}

/** Runs a check that may throw: what it throws is a failure. */
export function attempt(id: string, check: () => readonly string[]): Outcome {
  try {
    return outcome(id, check());
  } catch (error) {
    return { id, failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
