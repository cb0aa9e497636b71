import { listensEarly, markOpen } from '../platform/early-listeners';
import { handOver, onSuspend } from '../platform/hand-over';
import { onPermissionsChange } from '../platform/permissions';
import { onConnect } from '../platform/port';
import { after } from '../platform/timer';
import { browserCalls } from './browser-calls';
import { Relay } from './relay';
import { restoreWhenGone } from './restorer';
import { watch } from './watch';

const relay = new Relay({
  watch,
  calls: browserCalls,
  handOver,
  listensEarly: listensEarly(),
  markClosed: () => markOpen(false),
  life: crypto.randomUUID(),
  after,
});
onConnect((port) => {
  relay.connect(port);
  restoreWhenGone(port, browserCalls);
});
onPermissionsChange(() => relay.permissionsChanged());
onSuspend(() => relay.suspend());
