import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Why the embedded database cannot be this file; null: it can, made with its folders where it is not there yet. */
export function whyNoDatabase(path: string): string | null {
  if (path.startsWith(':memory:')) {
    return 'must be a file: data kept only in memory would be lost when the server stops';
  }
  if (kindOf(resolve(path)) === 'folder') {
    return 'must be a file, but this is a folder: add a file name, such as markprop.sqlite';
  }
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const kind = kindOf(folder);
    if (kind === 'folder' || folder === dirname(folder)) return null;
    if (kind === 'file') return `must be in a folder, but ${folder} is a file`;
  }
}

function kindOf(path: string): 'file' | 'folder' | null {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    // Nothing there, or below something that is no folder: the folder above tells which.
    return null;
  }
}
