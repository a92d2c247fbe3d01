import { fileURLToPath } from 'node:url';
import { loadCourses, markResponse, provingsOf } from '../../src/quizzes/index.ts';
import { keyOf } from '../../src/quizzes/key.ts';

// Loading and checking all of data/, question by question. The baseline is marking the key of the question once, warm: so
// many of its responses could be marked in the time that its proof takes.

/** Milliseconds of processor time, which a machine that others use too does not stretch. */
function spent(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function everyTime(work: () => unknown): number {
  const calls = 50;
  work();
  return (
    spent(() => {
      for (let i = 0; i < calls; i++) work();
    }) / calls
  );
}

const before = process.cpuUsage();
const { courses } = await loadCourses(fileURLToPath(new URL('../../data/', import.meta.url)));
const { user, system } = process.cpuUsage(before);
const quizzes = courses.flatMap((course) => course.quizzes.map(({ quiz }) => quiz));
const provings = quizzes.flatMap((quiz) => [...provingsOf(quiz)].map((proving) => ({ quiz, proving })));
console.log(
  `loading: ${((user + system) / 1000).toFixed(0)} ms, ${quizzes.length} quizzes, ${provings.length} questions`,
);

let all = 0;
let variants = 0;
for (const { quiz, proving } of provings) {
  const { question, count } = proving;
  const took = spent(() => [...proving.run()]);
  const key = keyOf(question);
  const marked = key && question.claim ? everyTime(() => markResponse(question, key, undefined)) : null;
  const ratio = marked === null ? '' : `, ${Math.round(took / marked)} times marking its key`;
  all += took;
  variants += count;
  console.log(
    `${quiz.id} ${question.label}: ${took.toFixed(0)} ms${count > 1 ? `, ${count} variants` : ''}${ratio}`,
  );
}
console.log(`checking: ${(all / 1000).toFixed(1)} s of processor time, ${variants} variants`);
