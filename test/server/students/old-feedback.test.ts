import { afterAll, expect, it } from 'vitest';
import { readCatalogues } from '../../../src/language/catalogues.ts';
import { insertMarkings, selectMarkings } from '../../../src/storage/index.ts';
import { AFTER, world } from '../harness.ts';
import { OR, start } from './sitting.ts';

const web = await world();
afterAll(() => web.close());

const RETIRED =
  'The answer that the author of this question vouches for is another one. The reason is in the solution.';

it('feedback stored with a sentence that was mended since is read in German', async () => {
  expect(Object.keys(readCatalogues('de').retired)).toContain(RETIRED);
  const { browser, href } = await start(web);
  await browser.post(`${href}/exercises/1`, OR);
  await browser.post(`${href}/submit`, {});
  const id = href.replace('/attempts/', '');
  await web.storage.write(async (db) => {
    const marking = (await selectMarkings(db, id)).find(({ questionId }) => questionId === 'or-weights');
    if (marking === undefined) throw new Error('It was not marked.');
    const witness = { says: { text: RETIRED, values: {} } };
    await insertMarkings(db, id, [
      {
        ...marking,
        reason: 'regrade',
        mark: 0,
        fraction: 0,
        outcome: { state: 'marked', fraction: 0, notes: [], witness },
      },
    ]);
  });
  web.at(AFTER);
  expect(await browser.page(`${href}/review`)).toContain(RETIRED);
  await browser.post('/language', { language: 'de' });
  const page = await browser.page(`${href}/review`);
  expect(page).toContain('Die Antwort der Autorin oder des Autors ist eine andere.');
  expect(page).not.toContain(RETIRED);
});
