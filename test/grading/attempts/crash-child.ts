import { writeSync } from 'node:fs';
import { quizReader, saveResponses, startAttempt, submitAttempt } from '../../../src/grading/index.ts';
import { openStorage } from '../../../src/storage/index.ts';

// Run by crash.test.ts: saves and hands in for ever, and says so only once it is stored, until it is killed.

const [path = '', personId = '', run = ''] = process.argv.slice(2);
const storage = await openStorage(path);
const log = { error: (_: unknown, message: string) => writeSync(2, message) };
const grading = { storage, now: Date.now, quizOf: quizReader(storage), log };

for (let n = 0; ; ) {
  const { id: attemptId } = await startAttempt(grading, { courseId: 'nn', quizId: 'sheet', personId });
  for (let i = 0; i < 4; i++, n++) {
    const key = `${run}-${n}`;
    const responses = { count: { value: key }, pick: { option: i % 2 === 0 ? 'a' : 'b' } };
    await saveResponses(grading, { attemptId, personId, responses, key, at: Date.now() });
    writeSync(1, `saved ${attemptId} ${key}\n`);
  }
  await submitAttempt(grading, { attemptId, personId, at: Date.now() });
  writeSync(1, `submitted ${attemptId}\n`);
}
