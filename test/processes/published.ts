import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Published, ServerProcess } from './server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    published: Published;
  }
}

/** Publishes the sample course once, before the tests that run the program, so that not each of them proves its keys. */
export default async function publishOnce(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'markprop-published-'));
  const server = await ServerProcess.launch();
  await server.end('SIGTERM');
  await cp(server.folder, folder, { recursive: true });
  project.provide('published', { folder, passwords: Object.fromEntries(server.passwords) });
  await server.close();
  return () => rm(folder, { recursive: true, force: true });
}
