import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { look } from './tour/look.ts';
import { openSite, type Site } from './tour/site.ts';
import { STUDENTS } from './tour/students.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite(inject('chromium'));
});
afterAll(() => site.close());

it.each(STUDENTS)(
  'axe finds nothing on any page of a $who in light and dark, and no phone scrolls sideways ($language)',
  async (visit) => {
    expect(await look(site, visit)).toEqual({});
  },
  600_000,
);
