import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { architectures, singleLayers } from './architectures.ts';
import { booleanFacts } from './boolean.ts';
import type { Check, Outcome } from './case.ts';
import { expressionPairs } from './expressions.ts';
import { network, networks } from './networks.ts';
import { outputSizes } from './output-sizes.ts';
import { scalarFunctions } from './scalar-functions.ts';
import { totals } from './totals.ts';
import { training } from './training.ts';

/** The check for each schema. */
const checks: Readonly<Record<string, Check>> = {
  'nn-network/1': network,
  'nn-networks/1': networks,
  'nn-architecture/1': architectures,
  'nn-single-layers/1': singleLayers,
  'nn-totals/1': totals,
  'nn-training/1': training,
  'output-size/1': outputSizes,
  'boolean-facts/1': booleanFacts,
  'scalar-functions/1': scalarFunctions,
  'expression-pairs/1': expressionPairs,
};

/** Lists of the cases in other files. */
const indexes = new Set(['nn-network-index/1', 'nn-architecture-index/1']);

const header = z.object({ schema: z.string() });

/** Checks every fixture under a directory, or one file. */
export function* conformance(path: string): Generator<Outcome & { readonly file: string }> {
  for (const file of jsonFiles(path)) {
    try {
      const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
      const { schema } = header.parse(content);
      if (indexes.has(schema)) continue;
      const check = checks[schema];
      if (check === undefined) throw new Error(`no check is known for the schema ${schema}`);
      for (const outcome of check(content)) yield { ...outcome, file };
    } catch (error) {
      yield { file, id: file, failure: error instanceof z.ZodError ? z.prettifyError(error) : String(error) };
    }
  }
}

function jsonFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

/** `run.ts DIR`: a line for each failure, then the totals. */
function main(path: string): void {
  let [passed, failed] = [0, 0];
  for (const outcome of conformance(path)) {
    if (outcome.failure !== undefined) {
      failed++;
      console.log(`${outcome.file} ${outcome.id}: ${outcome.failure}`);
    } else {
      passed++;
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

const [, script, path] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  if (path === undefined) throw new Error('Say which directory of fixtures to check.');
  main(path);
}
