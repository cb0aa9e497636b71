import { instant } from '../analysis/engine/base/units';
import type { TabId } from '../analysis/facts/fact';
import { browserCalls } from '../background/browser-calls';
import { watch } from '../background/watch';
import { isOrphaned, ownOrigin } from '../platform/browser';
import { digestKey, digestUnder } from '../platform/digest';
import { markOpen } from '../platform/early-listeners';
import { onPermissionsChange } from '../platform/permissions';
import { connect } from '../platform/port';
import { after } from '../platform/timer';
import { dialect, hasWebRequest } from '../platform/web-request';
import type { BrowserAccess } from '../protocol/browser-access';
import { DEFAULT_LOG_LIMIT } from '../protocol/recording-log';
import { RELAY_PORT } from '../protocol/relay-messages';
import { Recorder } from '../recorder/recorder';
import { RemoteBrowser } from '../recorder/remote-browser';
import { repeatedByBackground } from './repeating';
import { restoringByBackground } from './restoring';

/** Records a tab in this page, as long as the page lives. */
export function hostRecorder(tabId: TabId): Recorder {
  const key = digestKey();
  const recorder = new Recorder(tabId, {
    browser: dialect,
    access: hasWebRequest() ? browserHere : remoteBrowser(tabId),
    ownOrigin,
    limit: DEFAULT_LOG_LIMIT,
    key,
    digest: digestUnder(key),
    now: () => instant(Date.now()),
    elapsed: () => performance.now(),
    after,
    undoWhenGone: restoringByBackground(),
    repeat: repeatedByBackground,
  });
  void recorder.start();
  return recorder;
}

/** How often the page looks whether its extension still is. */
const LOOK_EVERY = 5000;

/** The browser's APIs in this page: nothing lies between its events and the recorder, so nothing can be lost between. */
const browserHere: BrowserAccess = {
  calls: browserCalls,
  listen(listener) {
    watch((event) => listener.event(event)).listen();
    onPermissionsChange(() => listener.permissionsChanged());
    const look = () => {
      if (isOrphaned()) listener.link('gone');
      else after(LOOK_EVERY, look);
    };
    look();
  },
};

function remoteBrowser(tabId: TabId): BrowserAccess {
  return new RemoteBrowser(tabId, {
    connect: () => {
      markOpen(true);
      return connect(RELAY_PORT);
    },
    after,
  });
}
