import { stringify } from 'csv-stringify/sync';
import { quizGradebook } from '../../../grading/index.ts';
import { say } from '../../../language/index.ts';
import { instructedQuiz } from '../../http/access/course-access.ts';
import type { Route } from '../../http/page.ts';
import type { Server } from '../../server.ts';

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
      const [quiz, { questions: marked, students }] = await Promise.all([
        server.quizOf(row.id, row.version),
        quizGradebook(server.storage.read, row),
      ]);
      const questions = quiz.exercises.flatMap((exercise) => exercise.questions);
      const titles = new Map(questions.map(({ id, label }) => [id, `${label} ${id}`]));
      for (const id of marked) {
        if (!titles.has(id)) titles.set(id, `${id} (${speak.say(say('earlier version'))})`);
      }
      const rows = students.map(({ name, email, attempts, quizGrade, marks }) => {
        const { mark, maximum, undecided } = quizGrade?.grade ?? { mark: '', maximum: '', undecided: '' };
        // Empty where a person has to decide, or the question was not asked.
        const each = [...titles.keys()].map((question) => marks.get(question) ?? '');
        const late = quizGrade === null ? '' : quizGrade.late ? speak.say(say('yes')) : speak.say(say('no'));
        return [name, email, attempts, late, mark, maximum, undecided, ...each];
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
