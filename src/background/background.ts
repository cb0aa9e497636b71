import type { Digest } from '../analysis/facts/digest';
import { cookieChanged, type WireChange } from '../analysis/facts/from-cookies';
import { navigationCommitted, type WireCommit } from '../analysis/facts/from-navigation';
import type { Dialect } from '../analysis/facts/headers';
import type { Instant } from '../analysis/facts/units';
import { siteDomain } from '../analysis/site/registrable';
import { type Events, together } from '../platform/events';
import type { Jar } from '../platform/jar';
import type { Frames } from '../platform/navigation';
import type { Permissions } from '../platform/permissions';
import type { Port } from '../platform/port';
import type { SessionStore } from '../platform/session-store';
import { lacksSite } from '../protocol/log';
import { type RequestListener, retell } from '../protocol/witnessed';
import { Audience } from './audience';
import { capture, type Told } from './capture';
import { JarWatch } from './jar-watch';
import { Journal } from './journal';
import { Panels } from './panels';
import { PermissionWatch } from './permission-watch';
import { Recorder } from './recorder';
import { Tabs } from './tabs';
import { Watching } from './watching';

/** What a background needs of its browser. */
export interface Surroundings {
  readonly dialect: Dialect;
  readonly browserVersion: () => Promise<string>;
  /** Scheme and host of our own pages. */
  readonly ownOrigin: string;
  readonly store: SessionStore;
  readonly jar: Jar;
  readonly frames: Frames;
  readonly permissions: Permissions;
  readonly requests: (listener: RequestListener) => Events;
  readonly cookieChanges: (take: (change: WireChange) => void) => Events;
  readonly commits: (take: (event: WireCommit) => void) => Events;
  /** Whether to listen in the first turn. */
  readonly listensAtOnce: boolean;
  /** DevTools is open on some tab from now on, or on none. */
  readonly markOpen: (open: boolean) => void;
  readonly digestUnder: (key: string) => Digest;
  readonly digestKey: () => string;
  /** A text that is given once. */
  readonly unique: () => string;
  readonly openPage: (path: string) => Promise<void>;
  readonly now: () => Instant;
  readonly after: (ms: number, then: () => void) => void;
}

export interface Background {
  /** A page of ours has connected. */
  connect(port: Port): void;
  /** Hosts were granted or taken away. */
  permissionsChanged(): void;
  /** Resolves when the journal is read. */
  readonly woken: Promise<void>;
}

/**
 * Puts the parts together and wakes them. To be called in the first turn, before any await: a browser that woke us for an event
 * delivers it only to listeners that are registered by then.
 */
export function background(around: Surroundings): Background {
  const { dialect, jar, frames, now, after } = around;
  const audience = new Audience();
  const tabs = new Tabs((all) => journal.keepTabs(all));
  const record = (fact: Parameters<Recorder['record']>[0][number]) => recorder.record([fact]);

  const journal: Journal = new Journal(
    around.store,
    {
      stored: () => panels.stored(),
      dropped: () => {
        panels.dropped();
        watching.readUnreadJars();
      },
      trouble: (text) => panels.trouble({ kind: 'storage', text }),
      tellAtOnce: () => panels.tellAtOnce(),
    },
    `${String(now()).padStart(15, '0')}-${around.unique()}`,
  );
  const trouble = (text: string) => panels.trouble({ kind: 'browser', text });
  const jarWatch = new JarWatch({ jar, dialect, siteOf: siteDomain, record, trouble, now, after });

  const events = together([
    around.requests(capture((told) => recorder.take(told), dialect, around.ownOrigin)),
    around.cookieChanges((change) => {
      const at = now();
      recorder.take({ tabId: null, at, key: null, facts: () => [cookieChanged(change, dialect, at)] });
    }),
    around.commits((event) => {
      recorder.take({ tabId: event.tabId, at: event.timeStamp, key: null, facts: () => [navigationCommitted(event)] });
      if (event.frameId === 0 && tabs.get(event.tabId)) void watching.checkPermissions([event.tabId]);
    }),
    { listen: () => around.markOpen(true), silence: () => around.markOpen(false) },
  ]);
  const recorder: Recorder = new Recorder({
    ...around,
    hasWitness: dialect === 'chromium',
    journal,
    tabs,
    audience,
    jarWatch,
    events,
  });

  const permissionWatch = new PermissionWatch({
    permissions: around.permissions,
    frames,
    record,
    tell: (tabId) => panels.changed(tabId),
    now,
  });
  const watching = new Watching({ ...around, recorder, journal, tabs, jarWatch, permissionWatch, browser: dialect });

  const woken = recorder.wake();
  const panels: Panels = new Panels(
    {
      journal,
      tabs,
      audience,
      watching,
      recording: () => recorder.recording,
      missing: (tabId) => permissionWatch.missing(tabId),
      openGrantPage: (missing) => around.openPage(grantPage(missing)),
      witnessed: (events) => {
        const all: Told[] = [];
        retell(
          events,
          capture((told) => all.push(told), dialect, around.ownOrigin),
        );
        recorder.takeWitnessed(all);
      },
      after,
    },
    woken,
  );
  const checked = woken.then(() => {
    watching.readUnreadJars();
    return watching.checkPermissions();
  });
  return {
    connect: (port) => panels.connect(port),
    permissionsChanged: () => void checked.then(() => watching.checkPermissions()),
    woken,
  };
}

/** The page that asks for what is missing: for the tab's own site, if that is, else for all. */
function grantPage(missing: readonly string[]): string {
  const [own] = lacksSite({ missing }) ? missing : [];
  const site = own === undefined ? '' : `?site=${encodeURIComponent(siteDomain(new URL(own).hostname))}`;
  return `src/grant/index.html${site}`;
}
