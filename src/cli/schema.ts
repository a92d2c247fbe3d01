import { quizJsonSchema } from '../quizzes/index.ts';

/** `markprop schema`: the JSON Schema that editors complete and check quiz files with. */
export async function schema(): Promise<number> {
  process.stdout.write(`${JSON.stringify(quizJsonSchema(), null, 2)}\n`);
  return 0;
}
