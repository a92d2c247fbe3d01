import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));

/** More than this in a folder is a missing subfolder. */
const MOST_FILES = 17;

const Report = z.object({
  modules: z.array(
    z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) }),
  ),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const program = `${root}/node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;
const words = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
const output = execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
const { modules, summary } = Report.parse(JSON.parse(output));

describe('imports', () => {
  it('each folder imports only from folders above it, and nothing in a circle', () => {
    const found = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
    expect(found).toEqual([]);
    // Where the tool cannot read TypeScript it finds no modules, and so no violations.
    const files = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(modules.filter(({ source }) => source.startsWith('src/'))).toHaveLength(files.length);
  });

  it('no two neighbours, files or folders, import from each other', () => {
    const folders = new Set(modules.flatMap(({ source }) => foldersAbove(source)));
    expect([...folders].flatMap(knotsIn)).toEqual([]);
  });

  it('a folder has few enough files to take in at a glance', () => {
    const counts = new Map<string, number>();
    for (const { source } of modules) counts.set(dirname(source), (counts.get(dirname(source)) ?? 0) + 1);
    const crowded = [...counts].filter(([folder, n]) => folder.startsWith('src/') && n > MOST_FILES);
    expect(crowded).toEqual([]);
  });
});

function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}

/** Pairs of children of a folder that reach each other through imports, each child taken as a whole. */
function knotsIn(folder: string): string[] {
  const childOf = (path: string) =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/')[0] : undefined;
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = childOf(source);
    if (from === undefined) continue;
    const targets = imports.get(from) ?? new Set();
    imports.set(from, targets);
    for (const { resolved } of dependencies) {
      const to = childOf(resolved);
      if (to !== undefined && to !== from) targets.add(to);
    }
  }
  const reached = (from: string, seen: Set<string>): Set<string> => {
    for (const to of imports.get(from) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      reached(to, seen);
    }
    return seen;
  };
  return [...imports.keys()]
    .filter((child) => reached(child, new Set()).has(child))
    .map((child) => `${folder}/${child} is in a circle`);
}
