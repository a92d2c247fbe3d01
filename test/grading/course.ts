import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { z } from 'zod';
import type { Posted, Reading } from '../../src/answers/kind.ts';
import {
  createAccount,
  type GradingServices,
  type PublishedCourse,
  publishCourse,
  quizReader,
  saveResponses,
  startAttempt,
  submitAttempt,
} from '../../src/grading/index.ts';
import type { BehaviourSource } from '../../src/quizzes/format/behaviour.ts';
import {
  type Dates,
  prepareQuiz,
  type Question,
  type Quiz,
  type QuizSource,
} from '../../src/quizzes/index.ts';
import { openStorage, type Person, type Role, upsertEnrolment } from '../../src/storage/index.ts';
import type { Outcome } from '../../src/values/outcome.ts';
import { temporaryFolder } from '../storage/folder.ts';

/** A quiz with a question that evaluation decides, one that an author vouches for, and one that a person marks. */
export const SHEET = {
  title: 'Sheet 1',
  exercises: [
    {
      title: 'A small network',
      model: {
        inputs: ['A', 'B'],
        layers: [{ dense: { units: 2, activation: 'relu' } }, { dense: { units: 1 } }],
      },
      questions: [
        {
          id: 'count',
          text: 'How many parameters does it have?',
          claim: { parameters: 'model' },
          answer: 'number',
          key: 9,
          marks: 2,
          hint: 'Biases are parameters too.',
          solution: '$2 \\cdot 2 + 2 + 2 + 1$',
          feedback: { 'no-bias': 'Count the biases.' },
        },
        {
          id: 'pick',
          text: 'Which one is not linear?',
          answer: { choice: { a: 'XOR', b: 'OR' } },
          key: 'a',
          because: 'No line separates XOR.',
          feedback: { b: 'A line does separate OR.' },
        },
        { id: 'why', text: 'Why?', answer: 'text', because: 'A person reads it.', marks: 3 },
      ],
    },
  ],
};

export const RIGHT = { count: { value: '9' }, pick: { option: 'a' } } as const;
export const WRONG = { count: { value: '6' }, pick: { option: 'b' } } as const;

const NEVER: Dates = { opens: null, due: null, closes: null, solutions: null };

export interface World {
  readonly grading: GradingServices;
  readonly time: { now: number };
  readonly logged: string[];
  readonly ada: Person;
  readonly ben: Person;
  readonly ines: Person;
  /** Makes this what the quiz `sheet` is from now on. */
  publish(
    rules?: Partial<Dates> & {
      readonly attempts?: number;
      readonly title?: string;
      readonly behaviour?: BehaviourSource;
      /** Further fields of the file. */
      readonly fields?: Partial<z.input<typeof QuizSource>>;
    },
  ): Promise<Quiz>;
  enrol(person: Person, role: Role): Promise<void>;
  start(person?: Person): ReturnType<typeof startAttempt>;
  save(attemptId: string, responses: Readonly<Record<string, Posted>>, options?: SaveOptions): Saved;
  submit(attemptId: string, person?: Person): ReturnType<typeof submitAttempt>;
  /** Starts, answers and hands in. */
  sit(responses: Readonly<Record<string, Posted>>, person?: Person): ReturnType<typeof submitAttempt>;
}

interface SaveOptions {
  readonly by?: Person;
  readonly key?: string;
  readonly at?: number;
}

type Saved = ReturnType<typeof saveResponses>;

let worlds = 0;

/** A course `nn` with one published quiz, two students and an instructor, in a database of its own. */
export async function newWorld(folder: string, path = join(folder, `${++worlds}.sqlite`)): Promise<World> {
  const storage = await openStorage(path);
  afterAll(() => storage.close());
  const time = { now: 1_000 };
  const logged: string[] = [];
  const log = { error: (_: unknown, message: string) => logged.push(message) };
  const grading: GradingServices = { storage, now: () => time.now, quizOf: quizReader(storage), log };
  const account = (name: string) =>
    createAccount(
      storage,
      { name, email: `${name}@example.org`, password: 'a long password', admin: false },
      time.now,
    );
  const [ada, ben, ines] = [await account('Ada'), await account('Ben'), await account('Ines')];

  const world: World = {
    grading,
    time,
    logged,
    ada,
    ben,
    ines,
    async publish({ attempts, title = SHEET.title, behaviour, fields, ...dates } = {}) {
      const source = {
        ...SHEET,
        ...fields,
        title,
        ...(behaviour !== undefined && { behaviour }),
        ...(attempts !== undefined && { attempts }),
      };
      const quiz = prepareQuiz('sheet', source);
      await publishCourse(storage, courseOf([{ id: 'sheet', quiz, dates: { ...NEVER, ...dates } }]), {
        now: time.now,
        complete: true,
      });
      return quiz;
    },
    enrol: (person, role) =>
      storage.write((db) => upsertEnrolment(db, { courseId: 'nn', personId: person.id, role })),
    start: (person = ada) => startAttempt(grading, { courseId: 'nn', quizId: 'sheet', personId: person.id }),
    save: (attemptId, responses, { by = ada, key, at = time.now } = {}) =>
      saveResponses(grading, { attemptId, personId: by.id, responses, key: key ?? null, at }),
    submit: (attemptId, person = ada) =>
      submitAttempt(grading, { attemptId, personId: person.id, at: time.now }),
    async sit(responses, person = ada) {
      const { id } = await world.start(person);
      await world.save(id, responses, { by: person });
      return world.submit(id, person);
    },
  };
  await world.publish();
  await world.enrol(ada, 'student');
  await world.enrol(ben, 'student');
  await world.enrol(ines, 'instructor');
  return world;
}

export const courseOf = (quizzes: PublishedCourse['quizzes']): PublishedCourse => ({
  id: 'nn',
  title: 'Neural networks',
  text: '',
  timezone: 'UTC',
  language: 'en',
  quizzes,
});

/** Whatever is posted comes to this, whatever anybody says of it. */
const readsAs = (mark: () => Outcome) => (): Reading => ({
  state: 'read',
  shown: '',
  values: [],
  outcome: () => ({ outcome: mark() }),
});

/** The quiz with the marking of one question replaced. */
export const withMarking = (quiz: Quiz, questionId: string, mark: () => Outcome): Quiz => ({
  ...quiz,
  exercises: quiz.exercises.map((exercise) => ({
    ...exercise,
    questions: exercise.questions.map(
      (question): Question =>
        question.id === questionId
          ? { ...question, answer: { ...question.answer, read: readsAs(mark) } }
          : question,
    ),
  })),
});

export const codeOf = async (refused: Promise<unknown>): Promise<unknown> =>
  refused.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

export { temporaryFolder };
