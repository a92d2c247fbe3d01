import { z } from 'zod';

/** What became of one case: passed, or failed with a sentence. */
export interface Outcome {
  readonly id: string;
  readonly failure?: string;
}

/** Checks all cases of one fixture file. Each schema has one of these. */
export type Check = (file: unknown) => Iterable<Outcome>;

const file = z.object({ cases: z.array(z.unknown()) });

/** Checks a file that lists its cases one by one; one that does not fit its schema fails alone. */
export function eachCase<Schema extends z.ZodType<{ id: string }>>(
  schema: Schema,
  check: (one: z.infer<Schema>) => readonly string[],
): Check {
  return function* (content) {
    for (const [i, one] of file.parse(content).cases.entries()) {
      const parsed = schema.safeParse(one);
      yield parsed.success
        ? attempt(parsed.data.id, () => check(parsed.data))
        : { id: `case ${i}`, failure: z.prettifyError(parsed.error) };
    }
  };
}

/** What is wrong with a case, if anything; what the check throws is a failure too. */
export function attempt(id: string, check: () => readonly string[]): Outcome {
  try {
    const problems = check();
    return problems.length === 0 ? { id } : { id, failure: problems.join('; ') };
  } catch (error) {
    return { id, failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
