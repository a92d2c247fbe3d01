import { setImmediate as others } from 'node:timers/promises';
import type { FileProblem } from '../format/yaml.ts';
import type { Proof } from '../proving/proof.ts';
import { type Proving, provingsOf } from '../proving/prove-quiz.ts';
import type { Question, Quiz } from '../quiz.ts';
import type { LoadedQuiz } from './loaded.ts';

/** What the check says of questions while a program runs; what has not changed is not proven again. */
export class Proofs {
  /** By the question's version, or the whole quiz where it varies. Who asks while one is under way waits for it. */
  readonly #known = new Map<string, Promise<Proof>>();

  /** Of every question, in the order of the file; `done` is called after each. Others get their turn in between. */
  async of(quiz: Quiz, done: () => void = () => {}): Promise<readonly Proof[]> {
    const proofs: Proof[] = [];
    for (const proving of provingsOf(quiz)) {
      const { question, path } = proving;
      const key = keyOf(quiz, question);
      const known = this.#known.get(key) ?? finished(proving);
      this.#known.set(key, known);
      proofs.push({ ...(await known), question, path });
      done();
    }
    return proofs;
  }

  /** Forgets what no question of these quizzes has for a proof. */
  keep(quizzes: readonly Quiz[]): void {
    const held = new Set(
      quizzes.flatMap((quiz) =>
        quiz.exercises.flatMap(({ questions }) => questions.map((question) => keyOf(quiz, question))),
      ),
    );
    for (const key of this.#known.keys()) if (!held.has(key)) this.#known.delete(key);
  }
}

/** What keeps a quiz from students, with the place of each in its file. */
export const refutations = ({ yaml }: LoadedQuiz, proofs: readonly Proof[]): readonly FileProblem[] =>
  proofs.flatMap(({ path, findings }) =>
    findings.map((finding) => yaml.problem([...path, ...finding.path], finding.says)),
  );

const keyOf = (quiz: Quiz, { id, version }: Question): string =>
  quiz.varied ? `${quiz.version} ${id}` : version;

/** Others get their turn between variants. */
async function finished({ run }: Proving): Promise<Proof> {
  const steps = run();
  for (;;) {
    await others();
    const { done, value } = steps.next();
    if (done) return value;
  }
}
