import { instant } from '../analysis/facts/units';
import { listensAtOnce, markOpen } from '../platform/at-once';
import { browserVersion, ownOrigin } from '../platform/browser';
import { digestKey, digestUnder } from '../platform/digest';
import { cookieChanges, jar } from '../platform/jar';
import { commits, frames } from '../platform/navigation';
import { onPermissionsChange, openPage, permissions } from '../platform/permissions';
import { onConnect } from '../platform/port';
import { sessionStore } from '../platform/session-store';
import { after } from '../platform/timer';
import { dialect, requests } from '../platform/web-request';
import { background } from './background';

const { connect, permissionsChanged } = background({
  dialect,
  browserVersion,
  ownOrigin,
  store: sessionStore,
  jar,
  frames,
  permissions,
  requests,
  cookieChanges,
  commits,
  listensAtOnce: listensAtOnce(),
  markOpen,
  digestUnder,
  digestKey,
  unique: () => crypto.randomUUID(),
  openPage,
  now: () => instant(Date.now()),
  after,
});
onConnect(connect);
onPermissionsChange(permissionsChanged);
