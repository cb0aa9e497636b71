import type { Sessions } from '../../analysis/session/sessions';
import { PanelContext } from '../state/panel-context';
import { useLastResult } from '../state/use-analysis';
import { useTimeOrigin } from '../state/use-time-origin';
import { ComparedSessions } from './compared-sessions';
import type { OtherRecording } from './other-recordings';
import type { SessionEntry } from './session-entries';
import { StoryColumn } from './story-column';

/** A session beside the one shown. */
interface Beside {
  readonly entry: SessionEntry;
  /** The recording it is of; null = the one shown. */
  readonly other: OtherRecording | null;
}

interface BesideColumnsProps {
  readonly shown: SessionEntry;
  readonly beside: Beside | null;
  readonly sessions: Sessions;
}

/** The story of the session that is shown; with another beside it, first what the two differ in. */
export function BesideColumns({ shown, beside, sessions }: BesideColumnsProps) {
  const origin = useTimeOrigin();
  if (beside === null)
    return (
      <div className="story-columns">
        <StoryColumn key={shown.key} entry={shown} {...{ sessions, origin }} heading={null} withTokens />
      </div>
    );
  const { entry, other } = beside;
  const name = other === null ? entry.name : `${entry.name} · ${other.name}`;
  const [a, b] = [withSession(shown), withSession(entry)];
  return (
    <>
      {a && b && <ComparedSessions a={a} b={b} names={[shown.name, name]} ofOneRecording={other === null} />}
      <div className="story-columns">
        <StoryColumn key={shown.key} entry={shown} {...{ sessions, origin }} heading={shown.name} withTokens />
        {other === null ? (
          <StoryColumn
            key={entry.key}
            entry={entry}
            {...{ sessions, origin }}
            heading={name}
            withTokens={entry.choice.site !== shown.choice.site}
          />
        ) : (
          <PanelContext value={other.panel}>
            <OtherColumn key={other.key + entry.key} entry={entry} heading={name} />
          </PanelContext>
        )}
      </div>
    </>
  );
}

/** A session of another recording, in whose context it stands. */
function OtherColumn({ entry, heading }: { readonly entry: SessionEntry; readonly heading: string }) {
  const origin = useTimeOrigin();
  const result = useLastResult();
  return result && <StoryColumn entry={entry} sessions={result.sessions} origin={origin} heading={heading} withTokens />;
}

const withSession = (entry: SessionEntry) => (entry.session === null ? null : { ...entry, session: entry.session });
