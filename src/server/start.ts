import { stat } from 'node:fs/promises';
import { createServer, type Server as HttpServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { z } from 'zod';
import { quizReader } from '../grading/index.ts';
import { LANGUAGES } from '../language/index.ts';
import { loadCourses, openEnvironment, Proofs, variantCache, warmUp } from '../quizzes/index.ts';
import { hasPeople, openStorage, type Storage } from '../storage/index.ts';
import { createApp } from './app.ts';
import { readManifest } from './assets/manifest.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { publishLoaded, watchFolder } from './courses.ts';
import { sessionSecret } from './http/access/session-secret.ts';
import { AuthorFiles } from './pages/preview/files.ts';
import { isLoopback } from './pages/preview/loopback.ts';
import { makeSampleAccounts } from './samples.ts';
import type { Server } from './server.ts';
import { keepUp } from './upkeep.ts';
import { loadViews } from './views/load-views.ts';

const ASSETS = fileURLToPath(new URL('../../dist/assets/', import.meta.url));

export { ConfigError };

export interface StartOptions {
  /** Folder of a course or of courses, or one quiz file; its course's other quizzes then stay as they are. */
  readonly data: string;
  /** Publish the courses again whenever their files change, and preview them for their author. */
  readonly watch: boolean;
  /** See config.ts; `process.env` in earnest. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where lines for the person who started it go. */
  readonly tell: (line: string) => void;
  readonly assets?: string;
}

export interface Running {
  readonly url: string;
  /** Lets running requests finish, then closes the database. */
  stop(): Promise<void>;
}

/**
 * Opens and migrates the database, publishes the courses, resumes what a crash left, and listens.
 * Throws ConfigError where the environment stands against it (a bad setting, a port in use), and the errors of storage.
 */
export async function startServer(options: StartOptions): Promise<Running> {
  const { data, tell } = options;
  const config = readConfig(options.environment);
  const log = pino({ level: config.logLevel, serializers: { error: pino.stdSerializers.err } });
  const folder = options.assets ?? ASSETS;
  const manifest = await readManifest(folder);
  const storage = await openStorage(config.database);
  try {
    // After the database: where that cannot be opened, nothing is left behind.
    const secret = config.sessionSecret ?? (await sessionSecret(config.database));
    const environment = openEnvironment();
    const proofs = new Proofs();
    const preview = options.watch && onlyAuthors(config) ? new AuthorFiles(proofs) : null;
    const publish = async () => {
      const loaded = await loadCourses(data, environment);
      // One quiz file says nothing of the other quizzes of its course.
      const whole = !(await isFile(data));
      preview?.show(loaded);
      await publishLoaded(storage, loaded, { whole, now: Date.now, proofs }, tell);
    };
    await publish();
    await welcome(storage, config.production, tell);
    const server: Server = {
      storage,
      now: Date.now,
      quizOf: quizReader(storage, environment),
      variants: variantCache(),
      log,
      views: loadViews(),
      languages: LANGUAGES,
      assets: { folder, manifest },
      sessionSecret: secret,
      production: config.production,
      trustProxy: config.trustProxy,
    };
    const http = createServer(createApp(server, preview));
    const port = await listen(http, config.port, config.host);
    const endUpkeep = keepUp(server);
    const ending = new AbortController();
    const warm = warmUp(ending.signal, environment).catch((error: unknown) =>
      log.error({ err: error }, 'warming up failed'),
    );
    const failed = (error: unknown) => log.error({ err: error }, 'publishing failed');
    const endWatch = options.watch ? watchFolder(data, publish, failed) : async () => {};
    const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    tell(`Markprop is at ${url}`);
    if (config.production && config.trustProxy === false) tell(NO_PROXY);
    if (preview !== null) tell(`The files and the results of their check are at ${url}/preview`);
    else if (options.watch) tell(NO_PREVIEW);
    return {
      url,
      async stop() {
        const watched = endWatch();
        preview?.close();
        ending.abort();
        await closed(http);
        await warm;
        await watched;
        await endUpkeep();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** The preview shows keys without signing in: to the author's own machine, never where others are served. */
const onlyAuthors = ({ host, production, trustProxy }: Config) =>
  isLoopback(host) && !production && trustProxy === false;

const NO_PREVIEW =
  'There is no preview of the files: it shows keys without signing in, so it needs HOST=localhost, and neither NODE_ENV=production nor TRUST_PROXY.';

const NO_PROXY =
  'TRUST_PROXY is not set, so no one can sign in: in production, cookies are sent only over HTTPS, and the proxy that provides it is not trusted. Set TRUST_PROXY=1 if there is one proxy in front.';

async function welcome(storage: Storage, production: boolean, tell: (line: string) => void): Promise<void> {
  if (production) {
    if (await hasPeople(storage.read)) return;
    tell(
      'There are no accounts yet. Create the first administrator with: markprop account add --admin you@example.org',
    );
    return;
  }
  const samples = await makeSampleAccounts(storage, Date.now());
  if (samples.length === 0) return;
  tell('Accounts to try it with (their passwords are shown only this once):');
  for (const { email, password } of samples) tell(`  ${email.padEnd(24)} ${password}`);
}

const NodeError = z.object({ code: z.string() });

function listen(http: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error) => {
      const code = NodeError.safeParse(error).data?.code;
      const why = code === undefined ? undefined : REFUSALS[code];
      reject(why === undefined ? error : new ConfigError(`Port ${port} of ${host} ${why}`));
    });
    http.listen(port, host, () => {
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const REFUSALS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: stop what uses it, or choose another one, such as PORT=3001.',
  EACCES: 'is reserved for the system: choose one above 1023, such as PORT=3000.',
  ENOTFOUND: 'is not an address of this machine: set HOST to localhost, or to 0.0.0.0 for all of them.',
  EADDRNOTAVAIL: 'is not an address of this machine: set HOST to localhost, or to 0.0.0.0 for all of them.',
};

const GRACE = 10_000;

/** Waits for running requests, and cuts off what takes longer than ten seconds. */
function closed(http: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => http.closeAllConnections(), GRACE);
    // A browser keeps its connection when its request is done.
    const idle = setInterval(() => http.closeIdleConnections(), 50);
    http.close(() => {
      clearTimeout(timer);
      clearInterval(idle);
      resolve();
    });
  });
}
