import { expect, it } from 'vitest';
import { aTrace, digestOf } from '../../../../test/build/trace';
import { Replay } from '../../replay/replay';
import { sessionsOf } from '../../session/sessions';
import { audit } from '../audit';

/** How severe it is that a sign-out leaves a cookie, by the lines with which it answers. */
function severityAt(signOut: string): string | undefined {
  const { rows } = new Replay().add(
    aTrace(
      'https://app.example',
      `
      GET /login 200 | sid={A}; HttpOnly
      POST /login [user password] 302 /mail | sid={B}; HttpOnly | auth={C}; HttpOnly
      -> /mail 200
      GET /mail 200
      GET /logout 302 / ${signOut}
      -> / 200
    `,
    ),
  );
  const { findings } = audit(rows, 'app.example', sessionsOf(rows, digestOf));
  return findings.find(({ rule }) => rule === 'sign-out-leaves-cookie')?.severity;
}

it('is a warning where what signed the user in was deleted and an id beside it is left', () => {
  expect(severityAt('| auth=; Max-Age=0')).toBe('warning');
});

it('is nothing where both are gone', () => {
  expect(severityAt('| auth=; Max-Age=0 | sid=; Max-Age=0')).toBeUndefined();
});
