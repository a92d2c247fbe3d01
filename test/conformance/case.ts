/** What became of one case: passed, failed with a sentence, or left out with a reason. */
export interface Outcome {
  readonly id: string;
  readonly failure?: string;
  readonly skipped?: string;
}

/** Checks all cases of one fixture file. Each schema has one of these. */
export type Check = (file: unknown) => Iterable<Outcome>;

/** What is wrong with a case, if anything; what the check throws is a failure too. */
export function attempt(id: string, check: () => readonly string[]): Outcome {
  try {
    const problems = check();
    return problems.length === 0 ? { id } : { id, failure: problems.join('; ') };
  } catch (error) {
    return { id, failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
