import { text } from '../../analysis/engine/base/bytes';
import type { CsrfGuard } from '../../analysis/session/csrf/csrf';
import type { SiteSession } from '../../analysis/session/site-session';
import { say, sayCount } from '../../words/catalogue';
import { PlaceLink } from '../links/place-link';
import { VisibleText } from '../shared/parts/visible-text';

/** What guards requests against forgery: the cookie and the field or header that it was compared with, drawn as a link. */
export function CsrfLinks({ session }: { readonly session: SiteSession }) {
  const { guards, stateChanging, unguarded } = session.csrf;
  if (stateChanging.length === 0) return null;
  return (
    <div className="csrf-links" role="group" aria-label={say('signin.csrf')}>
      <h2>{say('signin.csrf')}</h2>
      <ul>
        {guards.map((guard) => (
          <GuardLink
            key={`${guard.kind} ${guard.cookie} ${guard.where} ${guard.name}`}
            guard={guard}
            cookie={nameOf(guard, session)}
            of={stateChanging.length}
          />
        ))}
        {unguarded.length > 0 && (
          <li className="csrf-link" data-guard="none">
            <span className="tone-warn">{sayCount('signin.csrf.unguarded', unguarded.length, { of: stateChanging.length })}</span>
            <Places ids={unguarded.map(({ exchange }) => exchange.id)} />
          </li>
        )}
      </ul>
    </div>
  );
}

interface GuardLinkProps {
  readonly guard: CsrfGuard;
  /** Name of the cookie; null = the other half is not in a cookie. */
  readonly cookie: string | null;
  /** How many requests can change something. */
  readonly of: number;
}

function GuardLink({ guard: { kind, where, name, visits }, cookie, of }: GuardLinkProps) {
  return (
    <li className="csrf-link" data-guard={kind}>
      <span className="csrf-pair">
        <code className={cookie === null ? 'bead unseen' : 'bead'}>
          <VisibleText text={cookie ?? say(`signin.csrf.other-half.${kind === 'custom-header' ? 'none' : 'server'}`)} />
        </code>
        <span className={`csrf-wire ${kind}`}>{say(`signin.csrf.${kind}`)}</span>
        <span className="csrf-place">
          {say(`signin.csrf.where.${where}`)} <code>{name}</code>
        </span>
      </span>
      <span className="tone-quiet">{sayCount('signin.csrf.carried', visits.length, { of })}</span>
      <Places ids={visits.map(({ exchange }) => exchange.id)} />
    </li>
  );
}

function Places({ ids }: { readonly ids: readonly string[] }) {
  return (
    <span className="request-links">
      {ids.slice(0, 3).map((row) => (
        <PlaceLink key={row} place={{ row, line: null }} />
      ))}
    </span>
  );
}

function nameOf({ cookie }: CsrfGuard, { lives }: SiteSession): string | null {
  const life = lives.find(({ key }) => key === cookie);
  return life === undefined ? null : text(life.name);
}
