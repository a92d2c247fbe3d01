import { quizJsonSchema } from '../quizzes/index.ts';
import { UsageError } from './usage.ts';

/** `markprop schema`: the JSON Schema with which editors complete and check quiz files. */
export async function schema(words: string[]): Promise<number> {
  if (words.length > 0)
    throw new UsageError(`"${words[0]}" is not expected: markprop schema > quiz.schema.json`);
  process.stdout.write(`${JSON.stringify(quizJsonSchema(), null, 2)}\n`);
  return 0;
}
