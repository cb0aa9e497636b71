import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { Way } from '../../../playground/flaws/variant';
import { startPlayground } from '../../../playground/playground';
import { Remembered } from '../../../playground/shop/remembered';
import { Users } from '../../../playground/shop/users';
import { followRecording, type ScreenRecording } from '../../../playground/start/recording';
import { goWay } from '../../../playground/start/scenarios';
import { VISITOR } from '../../../playground/start/walk';
import type { VariantId } from '../../../playground/variants';
import type { Fact } from '../../../src/analysis/facts/fact';
import { type Grades, grade } from '../../../src/analysis/grade/grade';
import { type Incident, incidentsOf } from '../../../src/analysis/incidents/incidents';
import { Replay } from '../../../src/analysis/replay/replay';
import { type Audit, audit, siteInView } from '../../../src/analysis/rules/audit';
import { type Sessions, sessionsOf } from '../../../src/analysis/session/sessions';
import { digestUnder } from '../../../src/platform/digest';
import { Scene } from '../scene';
import { type Conclusions, panelConclusions, terminalConclusions, visitConclusions } from './beside-panel';

export interface Audited {
  readonly facts: readonly Fact[];
  readonly audit: Audit;
  readonly grades: Grades;
  readonly sessions: Sessions;
  readonly incidents: readonly Incident[];
  /** Which browser it was. */
  readonly browser: 'chromium' | 'firefox';
  /** What the panel concludes of it, and in the same words the command line of the file and of the page that it visits. */
  readonly conclusions: Conclusions;
}

/** A browser with the extension recording, in which one shop after another is visited. */
export class FlawedShops {
  readonly #scene: Scene;
  readonly #recording: ScreenRecording;
  /** The visitor has an account in each of the shops. */
  readonly #users: Users;

  private constructor(scene: Scene, recording: ScreenRecording, users: Users) {
    this.#scene = scene;
    this.#recording = recording;
    this.#users = users;
  }

  static async open(): Promise<FlawedShops> {
    const scene = await Scene.open();
    const panel = await scene.browser.openPanel();
    const recording = await followRecording(panel, scene.browser);
    // What the panel would draw of one shop after another nobody looks at.
    await panel.setAside();
    const users = new Users();
    await users.register(VISITOR.user, VISITOR.password);
    return new FlawedShops(scene, recording, users);
  }

  /** Walks a way through a shop of its own with these flaws, and audits what was recorded from its first request on. */
  async walk(way: Way, flaws: readonly VariantId[]): Promise<Audited> {
    const shared = { secret: randomBytes(32).toString('hex'), users: this.#users, remembered: new Remembered() };
    const shop = await startPlayground({ port: 0, flaws, shared });
    try {
      await this.#scene.browser.clearCookies();
      const before = await this.#recording.settled();
      await goWay(this.#scene.browser, way, shop.hosts);
      return await audited(sinceLastReading(await this.#recording.settled(), before), this.#recording.key());
    } finally {
      await shop.close();
    }
  }
}

/** The facts that came after `before`, behind the reading of the empty jar that ended it. */
function sinceLastReading(facts: readonly Fact[], before: readonly Fact[]): readonly Fact[] {
  const read = before.findLast(({ kind }) => kind === 'jar-snapshot')?.seq ?? 0;
  return facts.filter(({ kind, seq }) => kind === 'recorder-started' || seq >= read);
}

async function audited(facts: readonly Fact[], key: string | null): Promise<Audited> {
  if (key === null) throw new Error('The recording has no key.');
  const digest = digestUnder(key);
  const conclusions = panelConclusions(facts, digest);
  expect(terminalConclusions(facts, digest)).toEqual(conclusions);
  expect(await visitConclusions(facts, key)).toEqual(conclusions);
  const { rows } = new Replay().add(facts);
  const sessions = sessionsOf(rows, digest);
  const found = audit(rows, siteInView(rows) ?? '', sessions);
  const begun = facts.find((fact) => fact.kind === 'recorder-started');
  const browser = begun?.kind === 'recorder-started' && begun.browser === 'firefox' ? 'firefox' : 'chromium';
  const incidents = incidentsOf(rows, { sessions, digest, browser }).all;
  return { facts, audit: found, grades: grade(found), sessions, incidents, browser, conclusions };
}
