import type { Panel } from './panel-context';

/** The actions of a panel with no browser behind it: it can only be looked at. What asks a browser is not offered there. */
export function withoutBrowser(copy: Panel['actions']['copy']): Panel['actions'] {
  const nothing = () => undefined;
  return {
    record: nothing,
    clear: nothing,
    write: async (writes) => writes.map(() => 'refused'),
    override: nothing,
    endOverride: nothing,
    protect: nothing,
    endProtection: nothing,
    trace: nothing,
    repeat: async () => ({ kind: 'failed', text: '' }),
    reload: nothing,
    grant: nothing,
    askThirdParty: nothing,
    copy,
    source: async () => false,
    network: async () => false,
  };
}
