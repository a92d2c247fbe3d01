import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { publish } from '../../src/cli/publish.ts';
import { UsageError } from '../../src/cli/usage.ts';

const sheet = fileURLToPath(new URL('../server/course/sheet.yaml', import.meta.url));

it('does not publish one file of a course: the other quizzes would go', async () => {
  await expect(publish([sheet])).rejects.toThrow(UsageError);
  await expect(publish([sheet])).rejects.toThrow(/publish the folder, markprop publish .*course$/);
});
