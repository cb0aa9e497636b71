import { say } from '../../src/words/catalogue';
import { until } from '../browsers/until';
import type { Rig } from './rig';

/** Something that a user or the browser does while the page goes on sending. */
export interface Disturbance {
  readonly name: string;
  /** Whether the list may hold a row about a time without recording. */
  readonly leavesGap: boolean;
  /** Whether DevTools is opened anew in it. */
  readonly opensAnew: boolean;
  run(rig: Rig): Promise<void>;
}

/** How many requests there are between two steps. */
const APART = 60;

export const DISTURBANCES: readonly Disturbance[] = [
  { name: 'nothing', leavesGap: false, opensAnew: false, run: (rig) => rig.goOn(APART * 4) },
  {
    name: 'panel opened and closed',
    leavesGap: false,
    opensAnew: false,
    async run(rig) {
      for (let n = 0; n < 3; n++) {
        await rig.panel.setAside();
        await rig.goOn(APART);
        await rig.panel.bringBack();
        await rig.panel.reload();
        await rig.goOn(APART);
      }
    },
  },
  {
    name: 'DevTools docked and undocked',
    leavesGap: false,
    opensAnew: false,
    async run(rig) {
      await rig.goOn(APART);
      await rig.probe.dockAround(rig.panel);
      await rig.goOn(APART);
      await rig.probe.dockAround(rig.panel);
      await rig.goOn(APART);
    },
  },
  {
    name: 'tabs opened and closed',
    leavesGap: false,
    opensAnew: false,
    async run(rig) {
      for (let n = 0; n < 3; n++) {
        await rig.browser.openTab(rig.server.otherPage(`${rig.load}-${n}`));
        await rig.goOn(APART);
        await rig.browser.closeTab();
        await rig.goOn(APART);
      }
    },
  },
  {
    name: 'background stopped',
    leavesGap: false,
    opensAnew: false,
    async run(rig) {
      for (let n = 0; n < 4; n++) {
        await rig.stopBackground();
        await rig.goOn(APART);
      }
    },
  },
  {
    name: 'access withdrawn and given',
    leavesGap: true,
    opensAnew: false,
    run: async (rig) => {
      await rig.goOn(APART);
      await rig.pausedWhile(async () => {
        await rig.probe.access(false);
        await rig.reader.shows(say('permission.grant'));
        await rig.goOn(APART);
        await rig.probe.access(true);
      });
      await rig.goOn(APART * 2);
    },
  },
  {
    name: 'DevTools closed and opened',
    leavesGap: false,
    opensAnew: true,
    async run(rig) {
      await rig.goOn(APART);
      await rig.forgottenWhile(async () => {
        await rig.panel.close();
        await rig.goOn(APART);
        await rig.openPanel();
      });
      await rig.goOn(APART * 2);
    },
  },
  {
    name: 'extension reloaded',
    leavesGap: false,
    opensAnew: true,
    async run(rig) {
      await rig.goOn(APART);
      const old = rig.panel;
      await rig.forgottenWhile(async () => {
        await rig.reloadExtension();
        await until('the panel of the old extension is gone', async () => !(await old.isOpen()));
        await rig.openPanel();
      });
      await rig.goOn(APART * 2);
    },
  },
];
