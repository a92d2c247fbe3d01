import { stringify } from 'csv-stringify/sync';
import { countingOf, rulesOfMany } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import { type GradedAttempt, selectStudents, selectSubmittedAttempts } from '../../../storage/index.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import type { Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';
import { selectLatestMarks } from './marks.ts';

/**
 * The grades of a quiz for spreadsheets: a row for each student of the course, with what counts of the attempts. Cells
 * that a spreadsheet would run as a formula begin with an apostrophe, and all are quoted: a semicolon begins a new
 * cell in some languages of Excel. The file begins with a byte-order mark,
 * because Excel takes it for a legacy encoding otherwise; R and pandas read it as `UTF-8-BOM` and `utf-8-sig`.
 */
export const gradesCsvPage = (server: Server): Route[] => [
  {
    path: '/courses/:course/quizzes/:quiz/grades.csv',
    async get(request) {
      const { course, row } = await instructedQuiz(server, request);
      const speak = request.language(course.language);
      const { read } = server.storage;
      const [quiz, students, submitted, marks, rules] = await Promise.all([
        server.quizOf(row.id, row.version),
        selectStudents(read, course.id),
        selectSubmittedAttempts(read, course.id),
        selectLatestMarks(read, { courseId: course.id, quizId: row.id }),
        rulesOfMany(read, { courseId: course.id, quizId: row.id }),
      ]);
      const questions = quiz.exercises.flatMap((exercise) => exercise.questions);
      const titles = new Map(questions.map(({ id, label }) => [id, `${label} ${id}`]));
      for (const id of new Set([...marks.values()].flatMap((each) => [...each.keys()]))) {
        if (!titles.has(id)) titles.set(id, `${id} (${speak.say(say('earlier version'))})`);
      }
      const attempts = new Map<string, GradedAttempt[]>();
      for (const attempt of submitted.filter(({ quizId }) => quizId === row.id)) {
        attempts.set(attempt.personId, [...(attempts.get(attempt.personId) ?? []), attempt]);
      }
      const rows = students.map(({ id, name, email }) => {
        const own = attempts.get(id) ?? [];
        const counting = countingOf(rules(row, id), own);
        const { mark, maximum, undecided } = counting?.grade ?? { mark: '', maximum: '', undecided: '' };
        const counted = counting?.attempts.flatMap((attempt) => marks.get(attempt.id) ?? []) ?? [];
        const each = [...titles.keys()].map((question) => meanOf(counted.map((own) => own.get(question))));
        const late = counting === null ? '' : counting.late ? speak.say(say('yes')) : speak.say(say('no'));
        return [name, email, own.length, late, mark, maximum, undecided, ...each];
      });
      const head = [
        say('Name'),
        say('E-mail'),
        say('Attempts handed in'),
        say('Late'),
        say('Grade'),
        say('Maximum'),
        say('Waiting for a person'),
      ].map(speak.say);
      return {
        file: `${course.id}-${row.id}-grades.csv`,
        type: 'text/csv; charset=utf-8',
        content: stringify([[...head, ...titles.values()], ...rows], {
          bom: true,
          escape_formulas: true,
          quoted: true,
          record_delimiter: 'windows',
        }),
      };
    },
  },
];

/** Of one attempt its mark; the cell stays empty where a person has to decide, or the question was not asked. */
function meanOf(marks: readonly (number | null | undefined)[]): number | '' {
  const decided = marks.filter((mark) => typeof mark === 'number');
  if (decided.length === 0 || marks.includes(null)) return '';
  return decided.reduce((sum, mark) => sum + mark, 0) / decided.length;
}
