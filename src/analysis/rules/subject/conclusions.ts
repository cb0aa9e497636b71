import type { CookieLife } from '../../session/cookie-life';
import type { Csrf } from '../../session/csrf';
import { roleOf } from '../../session/role';
import type { RoleVerdict } from '../../session/role-kinds';
import type { SignIn } from '../../session/session-kinds';
import type { Sessions } from '../../session/sign-in';
import type { CookieRecord } from './cookie-record';

/** What was concluded of the recording before rules are asked. */
export interface Conclusions {
  readonly roleOf: (record: CookieRecord) => RoleVerdict;
  /** Stretches of being signed in to the site that is looked at. */
  readonly signIns: readonly SignIn[];
  readonly csrf: Csrf;
}

const NOTHING_SENT: Csrf = { guards: [], stateChanging: [], unguarded: [], checked: 'cannot-tell', checkedBy: [] };

/** The conclusions about one site. A cookie that was only ever refused or deleted has its role by name and value. */
export function conclusionsOf(sessions: Sessions, site: string): Conclusions {
  const own = sessions.sites.find((one) => one.site === site);
  return {
    roleOf: (record) => sessions.roles.get(record.key) ?? roleOf(lifeOf(record), { attempts: [], matches: [], part: null }),
    signIns: own?.signIns ?? [],
    csrf: own?.csrf ?? NOTHING_SENT,
  };
}

/** The life that a line would have begun, had it been taken. */
function lifeOf({ key, identity, shapes }: CookieRecord): CookieLife {
  const { name, domain, hostOnly, path, partition } = identity;
  const line = [...shapes.values()].find(({ deletes }) => !deletes);
  const value = line?.set.parsed.value;
  return {
    key,
    name,
    domain,
    hostOnly,
    path,
    partition,
    httpOnly: line?.set.parsed.httpOnly ?? null,
    lifetime: 'unknown',
    spans:
      line === undefined || value === undefined
        ? []
        : [
            {
              value,
              writer: { kind: 'response', exchange: line.exchange },
              from: line.seq,
              to: null,
              end: null,
              expires: null,
              sent: [],
            },
          ],
    sentFirstParty: 0,
    sentThirdParty: 0,
  };
}
