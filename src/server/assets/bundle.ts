import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { MANIFEST, type Manifest } from './manifest.ts';

const SOURCE = fileURLToPath(new URL('../../../views/assets/', import.meta.url));

/** KaTeX names each font in three formats; every browser of the last ten years takes the first and smallest. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  setup(bundler) {
    bundler.onLoad({ filter: /katex(\.min)?\.css$/ }, async ({ path }) => {
      const css = await readFile(path, 'utf8');
      return {
        loader: 'css',
        contents: css.replace(/,\s*url\([^)]+\)\s*format\(["'](?:woff|truetype)["']\)/g, ''),
      };
    });
  },
};

/** Bundles the scripts and styles of views/assets into `folder`, under names that carry a hash of their content. */
export async function buildAssets(folder: string): Promise<Manifest> {
  const { metafile } = await build({
    entryPoints: [
      'site.css',
      'attempt.ts',
      'language.ts',
      'marking.ts',
      'practice.ts',
      'preview.ts',
      'print.ts',
    ].map((name) => join(SOURCE, name.endsWith('.css') ? 'styles' : 'scripts', name)),
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16'],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'file' },
    plugins: [woff2Only],
    metafile: true,
    logLevel: 'warning',
  });
  const entries = Object.entries(metafile.outputs).flatMap(([output, { entryPoint }]) =>
    entryPoint === undefined
      ? []
      : [[basename(entryPoint).replace(/\.ts$/, '.js'), `/assets/${basename(output)}`] as const],
  );
  const manifest = Object.fromEntries(entries);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2));
  return manifest;
}
