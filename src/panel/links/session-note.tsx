import { say } from '../../words/catalogue';
import { sessionMarks, sessionName } from '../../words/session-text';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { LinkButton } from '../shared/parts/button';
import { useChoices } from '../state/choices';
import { usePanel } from '../state/panel-context';
import './session-note.css';

/** Which session a view is judged for, where one was chosen in Sign-in, and the way back to all of the page's site. */
export function SessionNote({ result }: { readonly result: AnalysisResult }) {
  const { analysis } = usePanel();
  const show = useChoices((choices) => choices.show);
  if (analysis.choice === null) return null;
  const { session, site } = result;
  return (
    <p className="session-note" data-session-note={session?.id ?? site}>
      <span>
        {say('signin.looked-at', { what: session === null ? site : `${sessionName(session)} (${sessionMarks(session)})` })}
      </span>
      <LinkButton onPress={() => analysis.choose(null)}>{say('signin.looked-at.all')}</LinkButton>
      <LinkButton onPress={() => show('sign-in')}>{say('view.sign-in')}</LinkButton>
    </p>
  );
}
