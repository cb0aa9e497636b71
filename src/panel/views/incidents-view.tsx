import '../../words/all-words';
import { kinds } from '../../analysis/incidents/all-kinds';
import type { Incidents } from '../../analysis/incidents/incidents';
import { say, sayCount } from '../../words/catalogue';
import { AskPanel } from '../incidents/ask/ask-panel';
import { AskAnswer } from '../incidents/ask-answer';
import { IncidentCards } from '../incidents/incident-cards';
import { useIncidentChoices } from '../state/incident-choices';
import { useAnalysis } from '../state/use-analysis';
import { AnalysisNote } from '../states/analysis-note';

/** What went wrong and because of which cookie, the latest begun first; beside it what may be asked. */
export function IncidentsView() {
  const analysis = useAnalysis();
  if (analysis.kind !== 'done') return <AnalysisNote state={analysis.kind} />;
  const { incidents } = analysis.result;
  return (
    <div className="incidents-view">
      <AskPanel incidents={incidents} />
      <IncidentLists incidents={incidents} />
    </div>
  );
}

function IncidentLists({ incidents }: { readonly incidents: Incidents }) {
  const isAsked = useIncidentChoices(({ question }) => question !== null);
  const { all, unexplained, scene } = incidents;
  const requests = sayCount('count.requests', scene.exchanges.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it.
    <section className="finding-lists" tabIndex={0} aria-label={say('view.incidents')}>
      {isAsked ? (
        <AskAnswer incidents={incidents} />
      ) : (
        <>
          <p className="side-note">
            {all.length === 0
              ? say('incidents.none', { requests, kinds: sayCount('count.kinds', kinds.length) })
              : say('incidents.some', { incidents: sayCount('count.incidents', all.length), requests })}
          </p>
          <IncidentCards all={all.toReversed()} />
          {unexplained.length > 0 && <p className="side-note">{sayCount('incidents.unexplained', unexplained.length)}</p>}
        </>
      )}
      <p className="side-note">{say('incidents.invisible')}</p>
    </section>
  );
}
