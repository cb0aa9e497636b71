import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from '../verdict/access';
import { isUnknown } from '../verdict/context';
import { explainSend } from '../verdict/on-send';
import { explainSet } from '../verdict/on-set';
import type { Step, Verdict } from '../verdict/verdict';
import { verdictOf } from '../verdict/verdict-of';
import type { Credentials } from './credentials';
import type { Ledger } from './ledger';
import type { LineTrack } from './pending-lines';

/** Every step about a line of a response, against the jar as it stood before the line. */
export function explainTrack({ judged, mark }: LineTrack, credentials: Credentials, access: Access, ledger: Ledger): Verdict {
  const verdict = explainSet(ledger.jarAt(mark), access, judged.line);
  return withCredentials(verdict, credentials, 'set-credentials');
}

/** Every step about a cookie and a request. */
export function explainCookie(cookie: StoredCookie, credentials: Credentials, access: Access): Verdict {
  return withCredentials(explainSend(cookie, access), credentials, 'send-credentials');
}

function withCredentials({ profile, steps }: Verdict, credentials: Credentials, id: string): Verdict {
  const common = { id, section: 'Fetch', saw: [], span: null };
  const step: Step =
    credentials === 'omit'
      ? { ...common, outcome: 'failed', reason: 'credentials-omitted', missing: null }
      : isUnknown(credentials)
        ? { ...common, outcome: 'cannot-tell', reason: null, missing: credentials.unknown }
        : { ...common, outcome: 'passed', reason: null, missing: null };
  return verdictOf(profile, [step, ...steps]);
}
