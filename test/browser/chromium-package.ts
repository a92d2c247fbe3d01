import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type { LaunchOptions } from 'playwright-core';
import { z } from 'zod';

const run = promisify(execFile);

/**
 * Chromium as an npm package: comes from the registry that the dependencies come from, brings its libraries and a
 * font, and so runs where nothing can be installed. For Linux on x64 with glibc 2.34 or newer.
 */
const PACKAGE = '@sparticuz/chromium@147.0.2';
const INTEGRITY =
  'sha512-oqXyPAlGQuT9wdZAhcx4nmhehVgEsDc2adL/+FlX8qsLh/YyOgl9GQp8dPMDIBRmktxgA9c1QSNJIQUj2UeHhQ==';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/markprop/', import.meta.url));
const FOLDER = join(CACHE, 'chromium-147.0.2');

/** How to launch it; fetched (68 MB) and unpacked the first time. */
export async function chromiumPackage(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('made for Linux on x64 only');
  const there = await access(FOLDER).then(
    () => true,
    () => false,
  );
  if (!there) await fetchInto(FOLDER);
  return {
    executablePath: join(FOLDER, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(FOLDER, 'lib'),
      FONTCONFIG_FILE: join(FOLDER, 'fonts.conf'),
    },
  };
}

/** Unpacks beside the folder and then gives it its name, so that a half of it is never there. */
async function fetchInto(folder: string): Promise<void> {
  console.log(`No browser is installed; fetching ${PACKAGE} (68 MB, once).`);
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, 'fetching-'));
  try {
    await unpack(work, await pack(work));
    // Another process may have been faster; its copy is as good.
    await rename(join(work, 'done'), folder).catch(() => access(folder));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const Packed = z.tuple([z.object({ filename: z.string(), integrity: z.string() })]);

async function pack(work: string): Promise<string> {
  const { stdout } = await run('npm', ['pack', PACKAGE, '--json', '--pack-destination', work]);
  const [{ filename, integrity }] = Packed.parse(JSON.parse(stdout));
  if (integrity !== INTEGRITY) throw new Error(`${PACKAGE} is not the package it was: ${integrity}`);
  return join(work, filename);
}

async function unpack(work: string, tarball: string): Promise<void> {
  const [bin, done] = [join(work, 'package', 'bin'), join(work, 'done')];
  await run('tar', ['-xzf', tarball, '-C', work, 'package/bin']);
  await mkdir(done);
  await expand(join(bin, 'chromium.br'), join(done, 'chromium'));
  for (const name of ['al2023', 'fonts']) {
    await expand(join(bin, `${name}.tar.br`), join(work, `${name}.tar`));
    await run('tar', ['-xf', join(work, `${name}.tar`), '-C', done]);
  }
  const fonts = `<dir>/usr/share/fonts</dir><dir>${join(FOLDER, 'fonts')}</dir><cachedir>${join(FOLDER, 'cache')}</cachedir>`;
  await writeFile(join(done, 'fonts.conf'), `<fontconfig>${fonts}</fontconfig>\n`);
}

const expand = (from: string, to: string) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
