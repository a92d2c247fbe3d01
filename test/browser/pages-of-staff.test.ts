import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { look } from './tour/look.ts';
import { openSite, PAGES, type Site } from './tour/site.ts';
import { STAFF } from './tour/staff.ts';
import { STUDENTS } from './tour/students.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite(inject('chromium'));
});
afterAll(() => site.close());

it.each(STAFF)(
  'axe finds nothing on any page of a $who in light and dark, and no phone scrolls sideways ($language)',
  async (visit) => {
    expect(await look(site, visit)).toEqual({});
  },
  600_000,
);

it('every page of views/ is visited in some state', () => {
  const visited = new Set([...STUDENTS, ...STAFF].flatMap(({ pages }) => Object.keys(pages)));
  expect(PAGES.size).toBeGreaterThan(20);
  expect([...PAGES].filter((page) => !visited.has(page))).toEqual([]);
});
