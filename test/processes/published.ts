import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Published, ServerProcess, type Shared } from './server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    published: Published;
    shared: Shared;
  }
}

/**
 * Publishes the sample course once, so that not each test that runs the program proves its keys, and serves it to all
 * tests that neither end the server nor look at what others did.
 */
export default async function publishOnce(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'markprop-published-'));
  const server = await ServerProcess.launch();
  await server.end('SIGTERM');
  await cp(server.folder, folder, { recursive: true });
  await server.start();
  const passwords = Object.fromEntries(server.passwords);
  project.provide('published', { folder, passwords });
  project.provide('shared', { folder: server.folder, passwords, url: server.url });
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
