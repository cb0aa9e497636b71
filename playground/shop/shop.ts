import type { Store } from 'express-session';
import type { Hosts } from '../hosts';
import type { Switches } from '../web/switches';
import type { Remembered } from './remembered';
import type { Tokens } from './tokens';
import type { Users } from './users';

/** What the parts of the shop share. */
export interface Shop {
  readonly hosts: Hosts;
  readonly switches: Switches;
  readonly users: Users;
  readonly remembered: Remembered;
  readonly tokens: Tokens;
  readonly sessions: Store;
  /** Signs session ids and tokens. Servers that share a store share it. */
  readonly secret: string;
}

declare module 'express-session' {
  interface SessionData {
    /** Who is signed in. Absent = nobody. */
    user: string;
    /** What a form must send back before anything is changed. */
    csrf: string;
    /** When the user signed in, for the account page (ISO 8601). */
    since: string;
    /** The session at the identity provider through which it began. */
    idSid: string;
    /** Signed in by SAML: so one can sign out there too. */
    isBySaml: boolean;
  }
}
