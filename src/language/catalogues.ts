import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Beside the sources, for the built program too: translators' tools write there. */
const FOLDER = fileURLToPath(new URL('../../src/language/', import.meta.url));
const RETIRED = 'retired.json';

/** English sentences with the same in a language, both in ICU message syntax. */
const Catalogue = z.record(z.string(), z.string());
type Catalogue = Readonly<z.infer<typeof Catalogue>>;

interface Catalogues {
  /** A catalogue for each part of the program; a sentence stands in one of them. */
  readonly current: readonly Catalogue[];
  /** Sentences that the program no longer says, but that stored feedback may still hold. */
  readonly retired: Catalogue;
}

/** The catalogues of a language, from the JSON files in its folder. Throws where one cannot be read. */
export function readCatalogues(tag: string): Catalogues {
  const read = (name: string) => Catalogue.parse(JSON.parse(readFileSync(join(FOLDER, tag, name), 'utf8')));
  const names = readdirSync(join(FOLDER, tag)).filter((name) => name.endsWith('.json'));
  return {
    current: names.filter((name) => name !== RETIRED).map(read),
    retired: read(RETIRED),
  };
}

/** A sentence in the language of the catalogues; in English where they do not have it. */
export function translator({ current, retired }: Catalogues): (text: string) => string {
  const sentences = new Map([retired, ...current].flatMap((catalogue) => Object.entries(catalogue)));
  return (text) => sentences.get(text) ?? text;
}
