import { useEffect, useState } from 'react';
import { type Instant, instant, seconds } from '../../analysis/engine/base/units';
import { lasting, plain } from '../../analysis/rules/engine/sentence';
import type { SiteSession } from '../../analysis/session/site-session';
import { isWord, say } from '../../words/catalogue';
import { listText } from '../../words/format';
import { IconButton } from '../shared/parts/button';
import { VisibleText } from '../shared/parts/visible-text';
import { useChoices } from '../state/choices';
import { useIsLive, useRecorded } from '../state/panel-context';
import { type TokenCard, tokenCards } from './token-card';

/** The tokens of a site: what each says of itself, with its time running down. None is verified. */
export function TokenCards({ session }: { readonly session: SiteSession }) {
  const cards = tokenCards(session, useNow());
  if (cards.length === 0) return null;
  return (
    <div className="tokens" role="group" aria-label={say('signin.tokens')}>
      <h2>{say('signin.tokens')}</h2>
      <ul>
        {cards.map((card) => (
          <Card key={card.key} card={card} />
        ))}
      </ul>
    </div>
  );
}

/** Now, to the second; of a file the time of its last row. */
function useNow(): Instant {
  const live = useIsLive();
  const end = useRecorded(({ rows }) => rows.at(-1)?.at ?? 0);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!live) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [live]);
  return instant(live ? now : end);
}

function Card({ card }: { readonly card: TokenCard }) {
  const { key, name, formats, gone, carries, claims, left, share, notes } = card;
  const revealed = useChoices((choices) => choices.revealed.has(key));
  const reveal = useChoices((choices) => choices.reveal);
  return (
    <li className="token-card" data-token={name} data-format={formats.join(' ')}>
      <p className="token-head">
        <code className="bead">
          <VisibleText text={name} />
        </code>
        <b>{listText(formats.map((format) => say(`signin.token.format.${format as 'jwt'}`)))}</b>
        <span className="tone-quiet">
          {say(gone ? 'signin.token.gone' : carries ? 'signin.token.carries' : 'signin.token.beside')}
        </span>
        {card.parts.length > 0 && (
          <IconButton
            icon={revealed ? 'eye-off' : 'eye'}
            label={say(revealed ? 'explain.mask' : 'explain.reveal')}
            pressed={revealed}
            onPress={() => reveal(key, !revealed)}
          />
        )}
      </p>
      {claims ? <Claims claims={claims} /> : <p>{say('signin.token.unread')}</p>}
      {left !== null && (
        <p className={left <= 0 ? 'tone-warn' : ''}>
          {share !== null && <meter className="token-left" value={share} aria-label={say('signin.token.left')} />}
          {say(left > 0 ? 'signin.token.expires-in' : 'signin.token.expired', { time: timeLeft(Math.abs(left)) })}
        </p>
      )}
      <ul className="token-notes">
        {notes.map(({ kind, slots }) => (
          <li key={kind} data-note={kind}>
            {say(`session.note.${kind}`, slots)}
          </li>
        ))}
      </ul>
      {revealed &&
        card.parts.map((part) => (
          <pre key={part.name} className="raw-line" data-part={part.name}>
            {part.text}
          </pre>
        ))}
    </li>
  );
}

function Claims({ claims: { alg, type, keyId, names } }: { readonly claims: NonNullable<TokenCard['claims']> }) {
  return (
    <>
      <p>
        {say('signin.token.header', { alg: alg ?? say('signin.token.no-alg'), type: type ?? 'JWT' })}
        {keyId !== null && ` ${say('signin.token.key')}`}
      </p>
      <p className="tone-quiet">{say('signin.token.claims', { claims: listText(names.map(claimWords)) })}</p>
    </>
  );
}

/** A claim in words, with its name; one that nobody has registered by its name alone. */
function claimWords(name: string): string {
  const key = `signin.claim.${name}`;
  return isWord(key) ? `${say(key)} (${name})` : name;
}

const timeLeft = (ms: number): string => plain(lasting(seconds(Math.round(ms / 1000))));
