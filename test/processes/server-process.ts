import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');

export interface LaunchOptions {
  readonly data?: string;
  readonly watch?: boolean;
  readonly published?: Published;
}

/** What a server left behind that was stopped: its folder, and passwords that it will not print again. */
export interface Published {
  readonly folder: string;
  readonly passwords: Readonly<Record<string, string>>;
}

/** A server that runs for others too. */
export interface Shared extends Published {
  readonly url: string;
}

/**
 * `markprop serve` as it is shipped: the built program, a process of its own, a database in a temporary folder, a port
 * that was free. It can be ended in any way and started again with the same database and port.
 */
export class ServerProcess {
  /** Passwords of the sample accounts, as printed when the database was new, by e-mail. */
  readonly passwords = new Map<string, string>();
  /** Everything that it printed, over all its starts. */
  readonly printed: string[] = [];
  readonly folder: string;
  readonly #words: readonly string[];
  #process: ChildProcess | null = null;
  #port = 0;
  #shared = false;

  private constructor(folder: string, words: readonly string[]) {
    this.folder = folder;
    this.#words = words;
  }

  /** `published`: goes on from there, instead of proving all keys of the course first. */
  static async launch({
    data = 'data',
    watch = false,
    published,
  }: LaunchOptions = {}): Promise<ServerProcess> {
    if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: run "npm run build" first.`);
    const words = ['serve', '--data', data, ...(watch ? ['--watch'] : [])];
    const server = new ServerProcess(await mkdtemp(join(tmpdir(), 'markprop-')), words);
    if (published) {
      await cp(published.folder, server.folder, { recursive: true });
      server.#know(published);
    }
    await server.start();
    return server;
  }

  /** One that was started elsewhere, and is neither ended nor started here. */
  static join(shared: Shared): ServerProcess {
    const server = new ServerProcess(shared.folder, []);
    server.#shared = true;
    server.#port = Number(new URL(shared.url).port);
    server.#know(shared);
    return server;
  }

  #know({ passwords }: Published): void {
    for (const [email, password] of Object.entries(passwords)) this.passwords.set(email, password);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get database(): string {
    return join(this.folder, 'markprop.sqlite');
  }

  /** Resolves when it listens; throws with what it printed if it ends before. */
  async start(): Promise<void> {
    this.#requireOwn();
    const child = spawn(process.execPath, [MAIN, ...this.#words], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        DATABASE: this.database,
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          this.#read(line);
          if (line.startsWith('Markprop is at ')) resolve();
        });
      }
      child.once('exit', () => reject(new Error(`The server ended: ${this.printed.join('\n')}`)));
    });
  }

  /** Ends it, and waits until it is gone: SIGKILL like a crash, SIGTERM as it should be done. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.#requireOwn();
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
    });
    child.kill(signal);
    await gone;
  }

  async close(): Promise<void> {
    if (this.#shared) return;
    await this.end('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  #requireOwn(): void {
    if (this.#shared) throw new Error('Others use this server too: launch one.');
  }

  passwordOf(email: string): string {
    const password = this.passwords.get(email);
    if (password === undefined) throw new Error(`There is no sample account ${email}.`);
    return password;
  }

  #read(line: string): void {
    this.printed.push(line);
    const port = /^Markprop is at http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port !== undefined) this.#port = Number(port);
    const [, email, password] = /^ {2}(\S+@example\.org) +(\S.*)$/.exec(line) ?? [];
    if (email !== undefined && password !== undefined) this.passwords.set(email, password.trim());
  }
}
