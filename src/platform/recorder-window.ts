import type { TabId } from '../analysis/facts/fact';
import type { End } from '../protocol/reconnecting-port';
import { panelPort, recorderOver, serveRecorder } from '../protocol/recorder-port';
import { EMPTY_LOG, type RecorderHandle } from '../protocol/recording-log';
import { connect, onConnect, type Port } from './port';

const GIVEN = 'cookie-flow-recorder';

interface PanelWindow extends Window {
  cookieFlowRecorder?: RecorderHandle;
}

/**
 * Gives the recorder to the panel's documents: to each that the panel's frame loads, for each asks over a port. They call it
 * directly where the browser lets them (the same process and origin), else over that port.
 * @returns what is to be called with the panel's window when DevTools shows it
 */
export function offerRecorder(tabId: TabId, recorder: RecorderHandle): (panel: Window) => void {
  let panel: PanelWindow | null = null;
  const asking = new Set<Port>();
  const answer = (port: Port) => {
    if (!panel) return;
    const reached = give(panel, recorder);
    // Taken down by the browser: the next one is shown soon, and this port may be its question.
    if (reached === 'gone') panel = null;
    else asking.delete(port);
    if (reached === 'other-origin') serveRecorder(port, recorder);
  };
  onConnect((port) => {
    if (port.name !== panelPort(tabId)) return;
    asking.add(port);
    port.onGone(() => asking.delete(port));
    answer(port);
  });
  return (shown) => {
    panel = shown;
    give(panel, recorder);
    for (const port of asking) answer(port);
  };
}

/** `other-origin`: in a private window of Firefox; `gone`: the document was taken down, and any access to it throws. */
function give(panel: PanelWindow, recorder: RecorderHandle): 'given' | 'other-origin' | 'gone' {
  try {
    if (panel.cookieFlowRecorder === recorder) return 'given';
    panel.cookieFlowRecorder = recorder;
    panel.dispatchEvent(new Event(GIVEN));
    return 'given';
  } catch (error) {
    return error instanceof DOMException && error.name === 'SecurityError' ? 'other-origin' : 'gone';
  }
}

/** What a panel has in its recorder's place that was loaded while the extension was being reloaded. */
export function goneRecorder(): RecorderHandle {
  const { facts, ...state } = EMPTY_LOG;
  const port: End = { send() {}, onMessage() {}, onGone: (then) => then(), close() {} };
  return recorderOver(port, { begins: true, facts, state });
}

/** The recorder of this panel's tab; waits for it. */
export function givenRecorder(tabId: TabId): Promise<RecorderHandle> {
  const target = window as PanelWindow;
  return new Promise((resolve) => {
    const port = connect(panelPort(tabId));
    const take = () => {
      if (!target.cookieFlowRecorder) return;
      resolve(target.cookieFlowRecorder);
      port?.close();
    };
    target.addEventListener(GIVEN, take);
    let isFirst = true;
    port?.onMessage((message) => {
      if (!isFirst) return;
      isFirst = false;
      // As a test finds it.
      target.cookieFlowRecorder = recorderOver(port, message);
      resolve(target.cookieFlowRecorder);
    });
    take();
  });
}
