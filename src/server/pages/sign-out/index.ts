import type { Route } from '../../http/page.ts';

export const signOutPage = (): Route[] => [
  { path: '/sign-out', post: () => ({ signOut: true, goTo: '/sign-in' }) },
];
