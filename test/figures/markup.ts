import { expect } from 'vitest';

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of a drawing in order. Fails where it is not well-formed XML. */
export function tagsOf(svg: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  const text = svg.replace(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g,
    (_, end, name, attributes, empty) => {
      if (end) expect(open.pop()).toBe(name);
      else {
        const pairs = [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
        tags.push({ name, attributes: Object.fromEntries(pairs) });
        if (!empty) open.push(name);
      }
      return '';
    },
  );
  expect(open, 'every element ends').toEqual([]);
  expect(text, 'no markup is left in the text').not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/);
  return tags;
}

/** The elements that have a class. */
export function withClass(svg: string, name: string): Tag[] {
  return tagsOf(svg).filter(({ attributes }) => attributes['class']?.split(' ').includes(name));
}

/** The texts that are drawn, without sub- and superscripts taken apart. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, content = '']) =>
    content.replace(/<[^>]*>/g, ''),
  );
}

/** What every drawing must be: well-formed, described, without script, style, or a coordinate that is no number. */
export function expectSound(svg: string, id: string): void {
  const tags = tagsOf(svg);
  expect(tags[0]?.attributes).toMatchObject({
    role: 'img',
    'aria-labelledby': `${id}-title`,
    'aria-describedby': `${id}-desc`,
  });
  expect(tags.map(({ name }) => name)).toEqual(expect.arrayContaining(['title', 'desc']));
  for (const { name, attributes } of tags) {
    expect(['svg', 'title', 'desc', 'defs', 'pattern', 'path', 'rect', 'circle', 'text', 'tspan']).toContain(
      name,
    );
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).not.toMatch(/^(style|on.*|href|xlink.*)$/);
      expect(value).not.toMatch(/NaN|Infinity|undefined/);
      if (key === 'id') expect(value.startsWith(`${id}-`)).toBe(true);
    }
  }
}

export const HOSTILE = `"><script>alert(1)</script>&'{{x}}<b \u{0}onload=alert(1)>`;
