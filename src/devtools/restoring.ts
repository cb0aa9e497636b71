import { connect } from '../platform/port';
import { after } from '../platform/timer';
import { ReconnectingPort } from '../protocol/reconnecting-port';
import { RESTORE_PORT, type ToUndo } from '../protocol/relay-messages';

/** Tells the background what is to be undone when this page goes; connected only while there is something. */
export function restoringByBackground(): (part: Partial<ToUndo>) => void {
  let port: ReconnectingPort | null = null;
  let toUndo: ToUndo = { writes: [], tracedTab: null };
  return (part) => {
    toUndo = { ...toUndo, ...part };
    const isNothing = toUndo.writes.length === 0 && toUndo.tracedTab === null;
    if (port === null) {
      if (isNothing) return;
      const own = new ReconnectingPort(
        { connect: () => connect(RESTORE_PORT), after },
        {
          connected: () => own.send({ kind: 'restore', ...toUndo }),
          message: () => {},
          interrupted: () => {},
          orphaned: () => {},
        },
      );
      port = own;
      own.open();
      return;
    }
    port.send({ kind: 'restore', ...toUndo });
    if (!isNothing) return;
    port.close();
    port = null;
  };
}
