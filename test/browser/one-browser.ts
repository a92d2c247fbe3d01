import type { TestProject } from 'vitest/node';
import { serveBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of all tests listens. */
    chromium: string;
  }
}

/** Starts one browser for all tests; each of their pages has a context of its own in it. */
export default async function startOnce(project: TestProject): Promise<() => Promise<void>> {
  const server = await serveBrowser();
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
