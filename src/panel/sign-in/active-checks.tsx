import { type FormEvent, useId, useMemo, useState } from 'react';
import { type OldIdCheck, oldIdChecks, type PlannedCheck } from '../../analysis/active-check/old-id-check';
import { checkedId } from '../../analysis/active-check/verdict';
import { text } from '../../analysis/engine/base/bytes';
import { instant } from '../../analysis/engine/base/units';
import type { Sessions } from '../../analysis/session/sessions';
import type { SiteSession } from '../../analysis/session/site-session';
import { say } from '../../words/catalogue';
import { listText } from '../../words/format';
import { Button } from '../shared/parts/button';
import { useActiveChecks, useChecks } from '../state/active-checks';
import { useIsLive, useIsPrivate, usePanel, useRecorded } from '../state/panel-context';
import { CheckedAnswer } from './checked-answer';
import { repeatedRequest } from './repeated-request';

interface ActiveChecksProps {
  readonly session: SiteSession;
  readonly roles: Sessions['roles'];
}

/** Whether an old id still works: what the user can have sent to find out, and what came of it. */
export function ActiveChecks({ session, roles }: ActiveChecksProps) {
  const id = useId();
  const isPrivate = useIsPrivate();
  // What a file holds is sent by nobody.
  const isRefused = useIsLive() && isPrivate;
  const planned = useMemo(() => oldIdChecks(session, roles, isRefused), [session, roles, isRefused]);
  return (
    <div className="active-checks" role="group" aria-labelledby={id}>
      <h2 id={id}>{say('signin.check')}</h2>
      <p className="tone-quiet">{say('signin.check.about')}</p>
      <ul>
        {planned.map((check) => (
          <CheckItem key={check.time} check={check} session={session} />
        ))}
      </ul>
    </div>
  );
}

function CheckItem({ check, session }: { readonly check: PlannedCheck; readonly session: SiteSession }) {
  const isLive = useIsLive();
  const [state, setState] = useState<'closed' | 'open' | 'sending' | { readonly failed: string }>('closed');
  const key = useRecorded(({ digestKey }) => digestKey);
  const done = useChecks(key).find(({ time, about }) => time === check.time && about === check.about);
  const { repeat } = usePanel().actions;
  const add = useActiveChecks((checks) => checks.add);
  const send = async (asked: OldIdCheck) => {
    setState('sending');
    const result = await repeat(repeatedRequest(asked));
    if (result.kind === 'failed') {
      setState({ failed: result.text });
      return;
    }
    add(key, checkedId(asked, result.answer, session, instant(Date.now())));
    setState('closed');
  };
  return (
    <li data-check={check.time}>
      <h3>{say(`signin.check.${check.time}`)}</h3>
      <p className="tone-quiet">{say(`signin.check.asks.${check.time}`)}</p>
      {done && <CheckedAnswer check={done} />}
      {check.kind === 'impossible' ? (
        <p>{say(check.why === 'no-id' ? `signin.check.no.no-id.${check.time}` : `signin.check.no.${check.why}`)}</p>
      ) : isLive ? (
        <>
          {(state === 'closed' || typeof state === 'object') && (
            <Button label={say('signin.check.begin')} onPress={() => setState('open')} />
          )}
          {state === 'open' && <CheckForm check={check} onSend={() => void send(check)} onCancel={() => setState('closed')} />}
          <p role="status">
            {state === 'sending' && say('signin.check.sending')}
            {typeof state === 'object' && <span className="tone-bad">{say('signin.check.failed', { words: state.failed })}</span>}
          </p>
        </>
      ) : (
        <p>{say('signin.check.no.file')}</p>
      )}
    </li>
  );
}

interface CheckFormProps {
  readonly check: OldIdCheck;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** What will be sent and to whom; it is sent once the user has named that host. */
function CheckForm({ check: { host, recorded, names }, onSend, onCancel }: CheckFormProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim().toLowerCase() === host) onSend();
    else setRefused(say('signin.check.other-host', { host, typed: typed.trim() }));
  };
  return (
    <form className="check-form" onSubmit={submit}>
      <p>{say('signin.check.warning', { host, path: recorded.address.path, names: listText(names.map(text)) })}</p>
      <p className="tone-warn">{say('signin.check.only-yours')}</p>
      <label htmlFor={id}>{say('signin.check.confirm', { host })}</label>
      <input
        id={id}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it opens at a press of the button, and is what comes next.
        autoFocus
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className="check-buttons">
        <button type="submit" className="button primary">
          {say('signin.check.send')}
        </button>
        <Button label={say('signin.check.cancel')} onPress={onCancel} />
      </p>
      <p role="status" className="tone-bad">
        {refused}
      </p>
    </form>
  );
}
