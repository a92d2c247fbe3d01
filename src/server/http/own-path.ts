/** Of this site: one slash at the beginning, and nothing that a browser would skip or take for a slash. */
const OWN = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/;

/** A path of this site to go on to, or '/': anything that a browser could take for another site is dropped. */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || !OWN.test(asked)) return '/';
  const { host, pathname, search } = new URL(asked, 'http://here.invalid');
  // Asked again of the result: `/.//elsewhere` has become `//elsewhere`.
  const path = pathname + search;
  return host === 'here.invalid' && OWN.test(path) ? path : '/';
}
