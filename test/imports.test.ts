import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));

const Report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

it('each folder imports only from folders above it, and nothing in a circle', () => {
  const program = `${root}/node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;
  const words = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const report = execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const { summary } = Report.parse(JSON.parse(report));
  const found = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
  expect(found).toEqual([]);
  // Where the tool cannot read TypeScript it finds no modules, and so no violations.
  const files = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(summary.totalCruised).toBeGreaterThan(files.length);
});
