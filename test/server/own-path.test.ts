import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from '../../src/server/own-path.ts';

test.each(['/', '/courses/a?page=2', '/attempts/x/exercises/1'])('%s is our own', (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/a\\..\\..//evil.example',
  '/a\r\nSet-Cookie: b=c',
  '',
  undefined,
  ['/a'],
])('54: %j leads home', (path) => {
  expect(ownPath(path)).toBe('/');
});

test('54: whatever is asked for, a browser stays on this site', () => {
  const hostile = fc.stringMatching(/^[/\\.:@?#a-c\t ]{1,12}$/);
  fc.assert(
    fc.property(hostile, (text) => {
      expect(new URL(ownPath(text), 'http://here.example').host).toBe('here.example');
    }),
  );
});
