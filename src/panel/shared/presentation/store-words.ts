import { isPrivateStore } from '../../../analysis/facts/fact';
import { say } from '../../../words/catalogue';

/** A cookie store other than the default one: a private window or a container; null = it is the default one, or not told. */
export function storeWords(storeId: string): string | null {
  if (storeId.startsWith('firefox-container')) return say('signin.store.container', { id: storeId });
  return storeId !== '' && isPrivateStore(storeId) ? say('signin.store.private') : null;
}
