import type { Comparison, OneOnly } from '../../analysis/compare/compare';
import { say } from '../../words/catalogue';
import { LinkButton } from '../shared/parts/button';
import { SentenceText } from '../shared/presentation/sentence-text';
import type { ComparedPanels } from '../state/opened';
import type { Panel } from '../state/panel-context';
import { SIDES, type Side } from './compare-words';
import { openIncident, openViewOf } from './open-side';

interface OneOnlyListsProps {
  readonly comparison: Comparison;
  readonly panels: ComparedPanels;
}

/** Incidents and findings that only one of the two has. */
export function OneOnlyLists({ comparison: { onlyA, onlyB }, panels }: OneOnlyListsProps) {
  const only: Readonly<Record<Side, OneOnly>> = { a: onlyA, b: onlyB };
  const isNone = SIDES.every((side) => only[side].findings.length + only[side].incidents.length === 0);
  return (
    <section className="sheet-group" aria-label={say('compare.one-only')}>
      <h3>{say('compare.one-only')}</h3>
      {isNone && <p>{say('compare.one-only-none')}</p>}
      {SIDES.map((side) => (
        <OneOnlyList key={side} side={side} only={only[side]} panel={panels[side]} />
      ))}
    </section>
  );
}

function OneOnlyList({ side, only, panel }: { readonly side: Side; readonly only: OneOnly; readonly panel: Panel }) {
  const words = { side: side.toUpperCase() };
  return (
    <>
      {only.incidents.length > 0 && (
        <>
          <h4>{say('compare.incidents', words)}</h4>
          <ul data-only={`incidents-${side}`}>
            {only.incidents.map(({ id, heading }) => (
              <li key={id}>
                <LinkButton onPress={() => openIncident(panel, id)}>
                  <SentenceText sentence={heading} />
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
      {only.findings.length > 0 && (
        <>
          <h4>{say('compare.findings', words)}</h4>
          <ul data-only={`findings-${side}`}>
            {only.findings.map(({ id, texts, cookie }) => (
              <li key={id} data-cookie-key={cookie ?? undefined}>
                <LinkButton onPress={() => openViewOf(panel, 'findings')}>
                  <SentenceText sentence={texts.heading()} />
                </LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
