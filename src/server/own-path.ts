/** A path of this site to go on to, or '/': anything that a browser could take for another site is dropped. */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\'))
    return '/';
  const there = new URL(asked, 'http://here.invalid');
  return there.host === 'here.invalid' ? there.pathname + there.search : '/';
}
