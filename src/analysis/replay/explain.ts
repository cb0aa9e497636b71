import type { StoredCookie } from '../engine/jar/stored-cookie';
import type { Access } from '../engine/verdict/access/access';
import { isUnknown } from '../engine/verdict/access/context';
import { explainSend } from '../engine/verdict/on-send';
import { explainSet } from '../engine/verdict/on-set';
import type { Step, Verdict } from '../engine/verdict/verdict';
import { verdictOf } from '../engine/verdict/verdict-of';
import type { JarHistory } from './jar-history/jar-history';
import type { LineTrack } from './observations/pending-lines';
import { type Credentials, MODE_UNKNOWN } from './requests/credentials';

/** Every step about a line of a response, against the jar as it stood before the line. */
export function explainTrack(
  { judged, mark }: LineTrack,
  credentials: Credentials,
  access: Access,
  history: JarHistory,
): Verdict {
  const verdict = explainSet(history.jarAt(mark), access, judged.line);
  return withCredentials(verdict, credentials, 'set-credentials');
}

/** Every step about a cookie and a request. */
export function explainCookie(cookie: StoredCookie, credentials: Credentials, access: Access): Verdict {
  return withCredentials(explainSend(cookie, access), credentials, 'send-credentials');
}

function withCredentials(
  { profile, steps }: Verdict,
  credentials: Credentials,
  id: 'set-credentials' | 'send-credentials',
): Verdict {
  // Where another step fails, that the request left its credentials out is not inferred.
  const shown = credentials === 'omit-inferred' && steps.some(({ outcome }) => outcome === 'failed') ? MODE_UNKNOWN : credentials;
  const step: Step = { id, section: 'Fetch', inputs: [], span: null, ...credentialsStep(shown) };
  return verdictOf(profile, [step, ...steps]);
}

function credentialsStep(credentials: Credentials): Pick<Step, 'outcome' | 'reason' | 'missing'> {
  if (isUnknown(credentials)) return { outcome: 'cannot-tell', reason: null, missing: credentials.unknown };
  if (credentials === 'include') return { outcome: 'passed', reason: null, missing: null };
  return { outcome: 'failed', reason: credentials === 'preflight' ? 'preflight' : 'credentials-omitted', missing: null };
}
