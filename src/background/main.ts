import { cookieChanged } from '../analysis/facts/from-cookies';
import { navigationCommitted } from '../analysis/facts/from-navigation';
import { type Instant, instant } from '../analysis/facts/units';
import { siteDomain } from '../analysis/site/registrable';
import { listensAtOnce, markOpen } from '../platform/at-once';
import { browserVersion, isFirefox, ownOrigin } from '../platform/browser';
import { digestKey, digestUnder } from '../platform/digest';
import { cookieChanges, jar } from '../platform/jar';
import { commits, frames } from '../platform/navigation';
import { onPermissionsChange, openPage, permissions } from '../platform/permissions';
import { onConnect } from '../platform/port';
import { sessionStore } from '../platform/session-store';
import { dialect, requests } from '../platform/web-request';
import { Audience } from './audience';
import { capture } from './capture';
import { JarWatch } from './jar-watch';
import { Journal } from './journal';
import { Panels } from './panels';
import { PermissionWatch } from './permission-watch';
import { Recorder } from './recorder';
import { Tabs } from './tabs';
import { Watching } from './watching';

const now = (): Instant => instant(Date.now());
const after = (ms: number, then: () => void): void => {
  setTimeout(then, ms);
};

const audience = new Audience();
const tabs = new Tabs((all) => journal.keepTabs(all));
const trouble = (text: string) => panels.trouble({ kind: 'browser', text });

const journal: Journal = new Journal(
  sessionStore,
  {
    stored: () => panels.stored(),
    dropped: () => {
      panels.dropped();
      watching.readUnreadJars();
    },
    trouble: (text) => panels.trouble({ kind: 'storage', text }),
    had: () => panels.had(),
  },
  now(),
);

const jarWatch: JarWatch = new JarWatch({
  jar,
  siteOf: siteDomain,
  record: (fact) => recorder.record([fact]),
  trouble,
  now,
  after,
});

const events = [
  requests(capture((tabId, at, step) => recorder.take(tabId, at, step), dialect, ownOrigin)),
  cookieChanges((change) => {
    const at = now();
    recorder.take(null, at, () => cookieChanged(change, at));
  }),
  commits((event) => {
    recorder.take(event.tabId, event.timeStamp, () => navigationCommitted(event));
    if (event.frameId === 0 && tabs.get(event.tabId)) void watching.checkPermissions([event.tabId]);
  }),
];

// Asked before anything marks it anew.
const atOnce = listensAtOnce();

const recorder: Recorder = new Recorder({
  journal,
  tabs,
  audience,
  jarWatch,
  events: {
    listen: () => {
      markOpen(true);
      for (const event of events) event.listen();
    },
    silence: () => {
      markOpen(false);
      for (const event of events) event.silence();
    },
  },
  digestUnder,
  listensAtOnce: atOnce,
  newRecording: () => ({ epoch: crypto.randomUUID(), key: digestKey() }),
  now,
  after,
});

const permissionWatch = new PermissionWatch({
  permissions,
  frames,
  record: (fact) => recorder.record([fact]),
  tell: (tabId) => panels.changed(tabId),
  now,
});

const watching = new Watching({
  recorder,
  journal,
  tabs,
  jarWatch,
  permissionWatch,
  jar,
  frames,
  browser: isFirefox ? 'firefox' : 'chromium',
  browserVersion,
  now,
});

// The first turn: a browser that woke us for an event delivers it only to listeners registered before any await.
const woken = recorder.wake();
const panels: Panels = new Panels(
  {
    journal,
    tabs,
    audience,
    watching,
    recording: () => recorder.recording,
    missing: (tabId) => permissionWatch.missing(tabId),
    openGrantPage: (missing) => openPage(`src/grant/index.html?${new URLSearchParams(missing.map((each) => ['host', each]))}`),
    after,
  },
  woken,
);
onConnect((port) => panels.connect(port));
onPermissionsChange(() => void woken.then(() => watching.checkPermissions()));
void woken.then(() => {
  watching.readUnreadJars();
  return watching.checkPermissions();
});
