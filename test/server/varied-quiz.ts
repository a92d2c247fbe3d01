import { parse } from 'yaml';
import type { Posted } from '../../src/answers/kind.ts';
import { publishCourse, saveResponses, startAttempt, submitAttempt } from '../../src/grading/index.ts';
import { prepareSource } from '../../src/quizzes/index.ts';
import { keyOf } from '../../src/quizzes/key.ts';
import type { Question } from '../../src/quizzes/quiz.ts';
import type { Person } from '../../src/storage/index.ts';
import { COURSE_ID, type World } from './harness.ts';

export const VARIED = `/courses/${COURSE_ID}/quizzes/varied`;

/** A quiz of which every attempt gets other numbers, another order of options and one of two questions. */
export const FILE = `
title: Varied sheet
exercises:
  - title: A layer
    draw: { w: { integers: [2, 40] } }
    text: A layer of <<w>> inputs.
    questions:
      - id: count
        draw:
          units: { integers: [3, 30] }
          total: { is: w units + units }
        text: How many parameters has a dense layer of <<units>> units? SHOWN-<<w>>-<<units>>.
        model: { image: { width: <<w>>, height: 1, channels: 1 }, layers: [flatten, { dense: { units: <<units>> } }] }
        claim: { parameters: model }
        answer: number
        marks: 2
        key: <<total>>
        feedback: { no-bias: FEEDBACK-BIAS }
        hint: HINT-<<units>>
        solution: SOLUTION-<<total>>
      - id: pick
        draw: { f: { shuffled: [XOR, OR, AND] } }
        text: Which one is <<f.1>>?
        shuffle: options
        answer: { choice: { aim: <<f.1>>, miss: <<f.2>>, fail: <<f.3>> } }
        key: aim
        because: SOLUTION-PICK <<f.1>>
      - pool:
          pick: 1
          of:
            - { id: first-why, text: Why first for <<w>>?, answer: text, because: SOLUTION-READ-<<w>> }
            - { id: other-why, text: Why other for <<w>>?, answer: text, because: SOLUTION-READ-<<w>> }
`;

interface Dates {
  readonly opens: number | null;
  readonly due: number | null;
  readonly closes: number | null;
  readonly solutions: number | null;
}

const NEVER: Dates = { opens: null, due: null, closes: null, solutions: null };

/** Makes this what the quiz `varied` of the little course is from now on. */
export async function publishVaried(web: World, text = FILE, dates: Partial<Dates> = {}): Promise<void> {
  const { quiz, problems } = prepareSource('varied', parse(text));
  if (!quiz) throw new Error(JSON.stringify(problems));
  const course = { id: COURSE_ID, title: 'Little course', text: '', timezone: 'UTC', language: 'en' };
  const quizzes = [{ id: 'varied', quiz, dates: { ...NEVER, ...dates } }];
  await publishCourse(web.storage, { ...course, quizzes }, { now: web.now(), complete: false });
}

type Answers = (question: Question) => Posted;

/** The key of a question as a student would post it. */
export const key: Answers = (question) => keyOf(question) ?? {};

/** The drawn questions of a new attempt, by id. */
async function drawn(web: World, student: Person) {
  const attempt = await startAttempt(web, { courseId: COURSE_ID, quizId: 'varied', personId: student.id });
  const quiz = await web.quizOf('varied', attempt.quizVersion);
  const questions = quiz.exercises.flatMap(({ questions }) => questions);
  return { attempt, questions };
}

/** A new student's attempt with these answers to what it drew, handed in and marked. */
export async function answered(web: World, name: string, answers: Readonly<Record<string, Answers>>) {
  const student = await web.person(name, 'student');
  const { attempt, questions } = await drawn(web, student);
  const responses = Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : [[question.id, answer(question)] as const];
    }),
  );
  const by = { attemptId: attempt.id, personId: student.id, at: web.now() };
  await saveResponses(web, { ...by, responses, key: null });
  return { student, questions, attempt: await submitAttempt(web, by) };
}

/** What `draw` chose, as the text of a question says it. */
export function numbersOf(questions: readonly Question[]): { readonly w: number; readonly units: number } {
  const count = questions.find(({ id }) => id === 'count');
  const [, w = 0, units = 0] = /SHOWN-(\d+)-(\d+)/.exec(count?.source.text ?? '')?.map(Number) ?? [];
  return { w, units };
}
