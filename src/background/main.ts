import { listensEarly, markOpen } from '../platform/early-listeners';
import { handOver, onSuspend } from '../platform/hand-over';
import { onPermissionsChange } from '../platform/permissions';
import { onConnect } from '../platform/port';
import { repeatRequest } from '../platform/repeat-request';
import { after } from '../platform/timer';
import { browserCalls } from './browser-calls';
import { Relay } from './relay';
import { repeatOnDemand } from './repeat-on-demand';
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
  repeatOnDemand(port, repeatRequest);
});
onPermissionsChange(() => relay.permissionsChanged());
onSuspend(() => relay.suspend());
