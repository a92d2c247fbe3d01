import type { Person } from '../../../storage/index.ts';
import { view } from '../../http/page.ts';

interface NewPasswordView {
  readonly owner: Pick<Person, 'id' | 'name' | 'email'>;
  readonly password: string;
}

/** A password that was made up, shown this once. */
export const newPasswordView = view<NewPasswordView>('new-password');
