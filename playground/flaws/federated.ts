import type { Variant } from './variant';

/** Faults in signing in through the identity provider. Where no finding says so, the story does: see `test/federated`. */
export const FEDERATED = [
  {
    id: 'federated-form-post',
    title: 'The answer by form',
    does: 'Asks the identity provider to answer by form_post, with transaction cookies for every site. No fault: the other way to do it.',
    finding: null,
    way: 'federated',
  },
  {
    id: 'federated-form-post-lax',
    title: 'The answer by form, cookies Lax',
    does: 'Asks for an answer by form_post and keeps SameSite=Lax: the cookies are withheld at the return.',
    finding: null,
    incident: 'federated-sign-in',
    way: 'federated',
  },
  {
    id: 'federated-strict',
    title: 'Transaction cookies Strict',
    does: 'Gives the transaction cookies SameSite=Strict: they are withheld when the identity provider sends the browser back.',
    finding: null,
    incident: 'federated-sign-in',
    way: 'federated',
  },
  {
    id: 'federated-no-pkce',
    title: 'Code flow without PKCE',
    does: 'Sends no code challenge.',
    finding: null,
    way: 'federated',
  },
  {
    id: 'federated-readable',
    title: 'Transaction cookies that scripts can read',
    does: 'Leaves HttpOnly off the transaction cookies.',
    finding: null,
    way: 'federated',
  },
  {
    id: 'federated-lost',
    title: 'Accepted, and no session',
    does: 'Takes the answer, leads to the account and forgets to begin a session.',
    finding: null,
    incident: 'session-not-set',
    way: 'federated',
  },
  {
    id: 'servers-without-shared-store',
    title: 'Two servers without a shared store',
    does: 'Sends every second request for the account to another server, whose session store knows nothing of the first.',
    finding: null,
    incident: 'store-not-shared',
    way: 'sign-in',
  },
] as const satisfies readonly Variant[];
