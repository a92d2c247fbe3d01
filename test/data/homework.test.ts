import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Posted } from '../../src/answers/kind.ts';
import {
  type LoadedQuiz,
  loadPaths,
  type Proof,
  prepareSource,
  proveQuiz,
  type Question,
} from '../../src/quizzes/index.ts';
import { english } from '../language/english.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
let quizzes: LoadedQuiz[] = [];
let proofs: Proof[] = [];

beforeAll(async () => {
  const loaded = await loadPaths([data]);
  expect(loaded.problems).toEqual([]);
  quizzes = loaded.courses.flatMap((course) => course.quizzes);
  proofs = quizzes.flatMap(({ quiz }) => [...proveQuiz(quiz)]);
}, 60_000);

describe('the keys of the sample course', () => {
  it('are all proven, supported by an experiment, or asserted with a reason', () => {
    const count = (status: string) => proofs.filter((proof) => proof.status === status).length;
    expect([proofs.length, count('proven'), count('supported'), count('asserted'), count('refuted')]).toEqual(
      [57, 50, 4, 3, 0],
    );
  });

  it('are asserted only for the two proofs in words and for what is a judgement', () => {
    const asserted = proofs.filter(({ status }) => status === 'asserted').map(({ question }) => question.id);
    expect(asserted).toEqual(['convolution-is-linear', 'subset-of-linear', 'batch-suits-large-data']);
  });

  it('hold for every variant of what is drawn where all can be counted, and for 200 seeded ones of the others', () => {
    const variants = proofs.flatMap((proof) => proof.variants ?? []);
    expect(variants).toHaveLength(13);
    for (const each of variants) expect(each).toMatch(/^(\d+) of \1 variants$|^200 of 200 seeded variants$/);
    expect(variants.filter((each) => each.includes('seeded'))).toHaveLength(3);
  });

  it('say that 4 of the 729 settings compute OR', () => {
    const or = proofs.filter(({ question }) => question.id === 'or-weights');
    for (const { question } of or) expect(question.claim?.solutions).toEqual({ settings: 729, right: 4 });
  });
});

/** Keys that differ from the right one in one thing. */
function changedKeys({ answer, source }: Question): unknown[] {
  if (answer.options.length > 0) {
    const ids = answer.options.map(({ id }) => id);
    const keys = [source.key].flat().map(String);
    if (answer.kind !== 'choices') return ids.filter((id) => !keys.includes(id));
    const toggled = ids.map((id) => (keys.includes(id) ? keys.filter((key) => key !== id) : [...keys, id]));
    return toggled.filter((key) => key.length > 0);
  }
  return mutations(source.key);
}

/** Every single number (or word) of a key changed; formulas changed in each of their parts. */
function mutations(key: unknown): unknown[] {
  if (typeof key === 'number') return [key + 1, -key, key * 2];
  if (typeof key === 'string') {
    const numbers = [...key.matchAll(/\d+/g)].filter(({ index }) => !'_{(^n'.includes(key[index - 1] ?? ' '));
    return [
      ...numbers.map(
        ({ 0: digits, index }) =>
          `${key.slice(0, index)}${Number(digits) + 1}${key.slice(index + digits.length)}`,
      ),
      `-(${key})`,
      `(${key}) + 1`,
    ];
  }
  if (Array.isArray(key))
    return key.flatMap((part, i) => mutations(part).map((changed) => key.with(i, changed)));
  if (typeof key === 'object' && key !== null) {
    const words = Object.values(key).every((part) => typeof part === 'string');
    const swapped = words
      ? [
          Object.fromEntries(
            Object.keys(key).map((name, i, all) => [name, Reflect.get(key, all[(i + 1) % all.length] ?? '')]),
          ),
        ]
      : [];
    return words
      ? swapped
      : Object.entries(key).flatMap(([name, part]) =>
          mutations(part).map((changed) => ({ ...key, [name]: changed })),
        );
  }
  return [];
}

const Source = z.looseObject({
  exercises: z.array(
    z.looseObject({ questions: z.array(z.looseObject({ id: z.string(), key: z.unknown().optional() })) }),
  ),
});

/** The quiz with another key for one question alone (after the one that it uses), read again as if from its file. */
function withKey(loaded: LoadedQuiz, { id, uses }: Question, key: unknown): Proof | undefined {
  const source = Source.parse(structuredClone(loaded.yaml.data));
  const exercises = source.exercises.flatMap((exercise) => {
    const questions = exercise.questions
      .filter((question) => question.id === id || question.id === uses?.question.id)
      .map((question) => (question.id === id ? { ...question, key } : question));
    return questions.length > 0 ? [{ ...exercise, questions }] : [];
  });
  const { quiz, problems } = prepareSource(loaded.id, { ...source, exercises });
  expect(problems).toEqual([]);
  return quiz ? [...proveQuiz(quiz)].at(-1) : undefined;
}

describe('a key that is changed in one place is refuted with a witness', () => {
  for (const name of ['warm-up', 'homework-3', 'homework-3-free']) {
    it(`in every question of ${name} that is not asserted`, () => {
      const loaded = quizzes.find(({ id }) => id === name)!;
      const questions = loaded.quiz.exercises.flatMap((exercise) => exercise.questions);
      const weak: string[] = [];
      let tried = 0;
      for (const question of questions.filter(({ claim }) => claim)) {
        const keys = changedKeys(question).filter(
          (key) => isReadable(question, key) && !equalAsRead(question, key),
        );
        expect(keys.length, question.id).toBeGreaterThan(0);
        for (const key of keys.slice(0, 12)) {
          tried += 1;
          const proof = withKey(loaded, question, key);
          const told = proof?.findings.some(
            ({ witness, says }) => witness || english(says).startsWith('the key is not right: '),
          );
          if (proof?.status !== 'refuted' || !told) weak.push(`${question.id}: ${JSON.stringify(key)}`);
        }
      }
      expect(weak).toEqual([]);
      expect(tried).toBeGreaterThan(questions.length);
    }, 120_000);
  }
});

/** What cannot be read (a negative size) is a problem of the file before it is a key. */
function isReadable(question: Question, key: unknown): boolean {
  const written = question.answer.write(key);
  return 'posted' in written && question.answer.read(written.posted).state === 'read';
}

/** What a response is read as; null where it cannot be. */
function shownOf({ answer }: Question, posted: Posted) {
  const reading = answer.read(posted);
  return reading.state === 'read' ? reading.shown : null;
}

/** −0 and 0 are one key, and there are four right settings for OR. */
function equalAsRead(question: Question, key: unknown): boolean {
  const written = question.answer.write(key);
  if ('problem' in written) return true;
  const right = question.answer.write(question.source.key);
  return (
    'posted' in right && isDeepStrictEqual(shownOf(question, written.posted), shownOf(question, right.posted))
  );
}
