import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Profile } from '../../analysis/engine/base/profile';
import { isPrivateStore, type JarCookie, type RecorderStarted } from '../../analysis/facts/fact';
import type { IgnoredFinding } from '../../formats/recording/own-recording';
import type { WriteAnswer } from '../../protocol/cookie-write';
import type { LineOverride } from '../../protocol/line-override';
import type { LocalStore } from '../../protocol/local-store';
import type { UserWrite } from '../../protocol/recording-log';
import type { RepeatedRequest, RepeatResult } from '../../protocol/repeated-request';
import type { AnalysisScheduler } from '../analysis-scheduler/analysis-scheduler';
import type { Recorded, Recording } from '../recording/recording';

/** What the panel can ask of the browser and of the recorder. */
interface PanelActions {
  readonly record: (on: boolean) => void;
  readonly clear: () => void;
  /** Changes cookies of the tab's store; gives what the browser made of each. */
  readonly write: (writes: readonly UserWrite[]) => Promise<readonly WriteAnswer[]>;
  /** Puts a corrected line in force in place of the server's. */
  readonly override: (line: LineOverride) => void;
  readonly endOverride: (id: string) => void;
  /** Puts cookies back whenever the site changes them. */
  readonly protect: (cookies: readonly JarCookie[]) => void;
  readonly endProtection: (ids: readonly string[]) => void;
  /** Has the page's scripts traced, or no more. */
  readonly trace: (on: boolean) => void;
  /** Sends a recorded request once more, with cookies of an earlier time. */
  readonly repeat: (request: RepeatedRequest) => Promise<RepeatResult>;
  /** Reloads the inspected page. */
  readonly reload: () => void;
  /** Opens the page that asks for permission. */
  readonly grant: () => void;
  /** Opens the page that asks for leave to read the browser's setting of third-party cookies. */
  readonly askThirdParty: () => void;
  readonly copy: (text: string) => Promise<void>;
  /** Opens the Network panel with a filter; false where the browser cannot. */
  readonly network: (filter: string) => Promise<boolean>;
  /** Opens a script's source in DevTools at a line, counted from 1; false where the browser cannot. */
  readonly source: (url: string, line: number) => Promise<boolean>;
}

/** Where the recording comes from. */
type PanelSource =
  /** From the browser, now. */
  | { readonly kind: 'live' }
  /**
   * From a file. `notes`: sentences about what the file lacks and which of its entries were not read; `end`: to be called when the
   * recording is looked at no more.
   */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly writer: string;
      readonly notes: readonly string[];
      /** Why its cookies may be missing, so that it is compared with nothing; null = it has what there were. */
      readonly bare: string | null;
      /** Findings that whoever wrote the file accepts. */
      readonly ignored: readonly IgnoredFinding[];
      readonly end: () => void;
    }
  /** From before the list was cleared. `end`: to be called when it is looked at no more. */
  | { readonly kind: 'cleared'; readonly end: () => void }
  /** From nowhere yet: a page outside of the browser's tools, until a file is opened. */
  | { readonly kind: 'none' };

export interface Panel {
  readonly source: PanelSource;
  readonly recording: Recording;
  readonly analysis: AnalysisScheduler;
  readonly actions: PanelActions;
  /** Where saved sets are kept; null = no browser stands behind the panel. */
  readonly localStore: LocalStore | null;
}

export const PanelContext = createContext<Panel | null>(null);

/** What the panel works with. @throws Error outside of a PanelContext */
export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('A view stands outside of PanelContext.');
  return panel;
}

/** Whether a browser stands behind the recording, which can be asked and changed. */
export const useIsLive = (): boolean => usePanel().source.kind === 'live';

/** The browser that a profile is of; that of the standard alone is shown as Chromium. */
export const browserOf = (profile: Profile): RecorderStarted['browser'] => (profile === 'firefox' ? 'firefox' : 'chromium');

/** The cookie store of the recorded tab; empty = it was not told. */
export const storeOf = ({ facts }: Recording): string => facts.find((fact) => fact.kind === 'recorder-started')?.storeId ?? '';

/** Whether the recorded tab's cookies are a private window's, or not known to be others. */
export const useIsPrivate = (): boolean => isPrivateStore(storeOf(usePanel().recording));

/**
 * The recording as it is, or what is selected of it; the component renders again when that changes, at most once a frame.
 * @param select gives the same value again while nothing of it changed
 */
export function useRecorded(): Recorded;
export function useRecorded<T>(select: (recorded: Recorded) => T): T;
export function useRecorded(select: (recorded: Recorded) => unknown = (recorded) => recorded): unknown {
  const { recording } = usePanel();
  return useSyncExternalStore(recording.subscribe, () => select(recording.recorded));
}
