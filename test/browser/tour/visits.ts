import type { Page } from 'playwright-core';
import type { Site, Who } from './site.ts';

/** An address, or how one comes to the page otherwise. */
type Way = string | ((page: Page) => Promise<unknown>);

/** Pages by their template of views/, then by the name of the state that they are in. */
type Pages = Readonly<Record<string, Readonly<Record<string, (site: Site) => Way>>>>;

/** What one person sees in one language. */
export interface Visit {
  readonly who: Who;
  readonly language: 'en' | 'de';
  readonly pages: Pages;
}

export async function go(page: Page, way: Way): Promise<void> {
  if (typeof way === 'string') await page.goto(way);
  else await way(page);
}

/** A form of our own that is sent with other fields than the page has. */
export const send =
  (from: string, action: string, fields: Readonly<Record<string, string>>) =>
  async (page: Page): Promise<void> => {
    await page.goto(from);
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(
        ({ action, fields }) => {
          const form = document.createElement('form');
          Object.assign(form, { method: 'post', action });
          for (const [name, value] of Object.entries(fields)) {
            const field = document.createElement('textarea');
            Object.assign(field, { name, value });
            form.append(field);
          }
          document.body.append(form);
          form.submit();
        },
        { action, fields },
      ),
    ]);
  };

/** Presses the last button of this name; without one, the main button of the page. */
export const press = (from: string, name: string | RegExp) => async (page: Page) => {
  await page.goto(from);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).last().click()]);
};
