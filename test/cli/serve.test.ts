import { expect, it } from 'vitest';
import { serve } from '../../src/cli/serve.ts';
import { UsageError } from '../../src/cli/usage.ts';

it('serving a folder that is not there is refused before anything is started or written', async () => {
  const asked = serve(['--data', '/there/is/no/such/folder']);
  await expect(asked).rejects.toThrow(UsageError);
  await expect(asked).rejects.toThrow('say where the courses are with --data DIR');
});
