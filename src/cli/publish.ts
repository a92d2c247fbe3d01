import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { publishCourse, publishedWarnings } from '../grading/index.ts';
import { readConfig } from '../server/config.ts';
import { openStorage } from '../storage/index.ts';
import { checkPaths } from './check.ts';
import { reporters, warningLines } from './report.ts';
import { UsageError } from './usage.ts';

/**
 * `markprop publish DIR`: checks a course and, if no key is refuted, stores it for new attempts. A running server on the
 * same database shows it at once; running attempts keep their version.
 */
export async function publish(words: string[]): Promise<number> {
  const { positionals } = parseArgs({ args: words, allowPositionals: true });
  const [directory, ...others] = positionals;
  if (directory === undefined || others.length > 0)
    throw new UsageError('Say which folder: markprop publish DIR');
  if (
    await stat(directory).then(
      (found) => found.isFile(),
      () => false,
    )
  ) {
    throw new UsageError(
      `${directory} is a file, and publishing only that would remove the other quizzes of its course: publish the folder, markprop publish ${dirname(directory)}`,
    );
  }
  const checked = await checkPaths([directory], {}, () => {});
  const refuted = checked.quizzes.some(({ proofs }) => proofs.some(({ status }) => status === 'refuted'));
  if (checked.problems.length > 0 || checked.quizzes.length === 0 || refuted) {
    process.stdout.write(
      reporters.get('text')?.(checked, { showKeys: false, colour: process.stdout.isTTY }) ?? '',
    );
    process.stderr.write('markprop: nothing was published.\n');
    return refuted ? 1 : 2;
  }
  process.stderr.write(warningLines(checked.warnings));
  const storage = await openStorage(readConfig(process.env).database);
  try {
    for (const course of checked.courses) {
      const now = Date.now();
      const published = await publishCourse(storage, course, { now, complete: true });
      process.stderr.write(warningLines(publishedWarnings(course, published, now)));
      const changes = published.map(({ quizId, change }) => `  ${quizId}: ${change}`);
      process.stdout.write(
        `${course.title}: ${changes.length === 0 ? 'nothing has changed' : `\n${changes.join('\n')}`}\n`,
      );
    }
  } finally {
    await storage.close();
  }
  return 0;
}
