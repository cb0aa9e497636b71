import { say, sayCount } from '../../words/catalogue';
import { numberText } from '../../words/format';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { IconButton } from '../shared/parts/button';
import { Tabs } from '../shared/parts/tabs';
import { useChoices, VIEWS, type ViewId } from '../state/choices';
import { reasonsFor, useIgnored } from '../state/ignored-findings';
import { goBack, usePlaces } from '../state/navigation-history';
import { useIsLive, usePanel, useRecorded } from '../state/panel-context';
import { useLastResult } from '../state/use-analysis';
import { FilesMenu } from './files-menu';
import { LegendButton } from './legend-button';
import { SettingsMenu } from './settings-menu';
import { preloadView } from './view-slot';

/** Record, clear, the views, and what is recorded. */
export function TopBar() {
  const isLive = useIsLive();
  const { view, show, showKeys } = useChoices();
  const canGoBack = usePlaces(({ before }) => before.length > 0);
  const analysis = useLastResult();
  const serious = useSerious(analysis);
  const incidents = analysis?.incidents.all.length ?? 0;
  return (
    <header className="top-bar">
      {isLive && <RecordButtons />}
      <Tabs
        label={say('shell.views')}
        tabs={VIEWS.map((id) => ({
          id,
          label: say(`view.${id}`),
          badge: badgeOf(id, { serious, incidents }),
        }))}
        selected={view}
        onSelect={show}
        onHint={preloadView}
      />
      <span className="spread" />
      {canGoBack && <IconButton icon="back" label={say('shell.back')} onPress={goBack} />}
      <Summary />
      <FilesMenu />
      <LegendButton />
      <IconButton icon="keyboard" label={say('shell.keys')} onPress={() => showKeys(true)} />
      <SettingsMenu />
    </header>
  );
}

function RecordButtons() {
  const { actions } = usePanel();
  const isRecording = useRecorded((recorded) => recorded.isRecording);
  return (
    <>
      <IconButton
        icon="record"
        tone={isRecording ? 'bad' : 'quiet'}
        label={say(isRecording ? 'shell.pause' : 'shell.record')}
        pressed={isRecording}
        onPress={() => actions.record(!isRecording)}
      />
      <IconButton icon="clear" label={say('shell.clear')} onPress={actions.clear} />
      <span className="rule" />
    </>
  );
}

/** How many findings of this site are no mere notes and not ignored. */
function useSerious(analysis: AnalysisResult | null): number {
  const ignored = useIgnored();
  if (analysis === null) return 0;
  const { audit, site } = analysis;
  const reasons = reasonsFor(site, ignored);
  return audit.findings.filter(({ id, party, severity }) => party === 'own' && severity !== 'note' && !reasons.has(id)).length;
}

/** Serious findings, and incidents. */
function badgeOf(view: ViewId, { serious, incidents }: { readonly serious: number; readonly incidents: number }) {
  if (view === 'findings' && serious > 0) return <Count count={serious} words={sayCount('count.serious', serious)} />;
  if (view === 'incidents' && incidents > 0) return <Count count={incidents} words={sayCount('count.incidents', incidents)} />;
  return null;
}

function Count({ count, words }: { readonly count: number; readonly words: string }) {
  return (
    <span className="count bad" title={words}>
      <span aria-hidden="true">{numberText(count)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

function Summary() {
  const requests = useRecorded((recorded) => recorded.requests);
  const analysis = useLastResult();
  const site = analysis?.site ?? null;
  const cookies = analysis?.audit.subjects.site.cookies.length ?? 0;
  return (
    <span className="summary" role="status">
      {site === null
        ? sayCount('count.requests', requests)
        : say('shell.summary', {
            site,
            requests: sayCount('count.requests', requests),
            cookies: sayCount('count.jar', cookies),
          })}
    </span>
  );
}
