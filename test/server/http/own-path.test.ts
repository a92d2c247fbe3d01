import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from '../../../src/server/http/own-path.ts';

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
  '/.//evil.example/x',
  '/x/..//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  '/x/%2E%2e//evil.example',
  '/./\\evil.example',
  '',
  undefined,
  ['/a'],
])('54: %j leads home', (path) => {
  expect(ownPath(path)).toBe('/');
});

test('54: whatever is asked for, a browser stays on this site', () => {
  const piece = fc.constantFrom('/', '//', '.', '..', '%2e', '\\', ':', '@', '?', '#', 'a', '\t', ' ');
  const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `/${pieces.join('')}`);
  fc.assert(
    fc.property(hostile, (text) => {
      expect(new URL(ownPath(text), 'http://here.example').host).toBe('here.example');
    }),
  );
});
