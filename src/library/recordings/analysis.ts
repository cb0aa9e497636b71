import { reportedRecording } from '../../report/model/reported-recording';
import { type Config, readConfig } from '../../report/policy/config-schema';
import { DEFAULT_FAIL_ON, FAIL_ON_WORDS, failOnOf } from '../../report/policy/fail-on';
import { judged } from '../../report/policy/judged';
import { say } from '../../words/catalogue';
import { contentsOf, type HeldRecording, UnreadableRecordingError } from './recording';
import type { RecordingOptions } from './replayed';

/** How bad a finding is: something breaks or a session can be taken, a guard is missing, worth knowing. */
export type FindingSeverity = 'error' | 'warning' | 'note';
/** The grade of a site. */
export type GradeLetter = 'A+' | 'A' | 'B' | 'C' | 'D' | 'F';

/** Something that is so, and how that is known. */
export interface AnalysisStatement {
  readonly basis: 'observed' | 'predicted' | 'cannot-tell';
  readonly text: string;
}

/** What to do about it. */
export interface AnalysisRemedy {
  readonly advice: string;
  /** What to look at before doing it; null = nothing. */
  readonly precaution: string | null;
  /** What to write, in the framework that was recognised; empty = none was, or it has no setting for it. */
  readonly settings: readonly string[];
}

/** What findings and incidents have in common. */
export interface AnalysedFault {
  /** The same for the same fault of the same cookie in another recording. */
  readonly fingerprint: string;
  readonly site: string;
  readonly heading: string;
  readonly why: string;
  readonly statements: readonly AnalysisStatement[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** A weakness of a cookie, a sign-in or a site. No value of a cookie is in it. */
export interface AnalysedFinding extends AnalysedFault {
  /** Of `rules`. */
  readonly rule: string;
  readonly severity: FindingSeverity;
  /** null = a sign-in or the site as a whole is at fault. */
  readonly cookie: {
    readonly name: string;
    readonly domain: string;
    readonly hostOnly: boolean;
    readonly path: string;
    readonly partition: string | null;
  } | null;
  readonly remedy: AnalysisRemedy;
}

/** A request that failed because of a cookie. */
export interface AnalysedIncident extends AnalysedFault {
  readonly kind: string;
  readonly confidence: 'certain' | 'likely' | 'possible';
  /** The cookie's name; null = none was set. */
  readonly cookie: string | null;
  readonly times: number;
  /** What else may be the cause. */
  readonly rivals: readonly string[];
  /** null = no change can be told that ends it. */
  readonly remedy: AnalysisRemedy | null;
}

/** A site of your own. */
export interface AnalysedSiteSummary {
  readonly site: string;
  /** 0 to 100; null = nothing of the site's own was recorded. */
  readonly score: number | null;
  readonly letter: GradeLetter | null;
  /** Checks that could not be answered. */
  readonly unanswered: number;
}

/** What is wrong with the cookies of a recording. */
export interface Analysis {
  /** The site in view first. */
  readonly sites: readonly AnalysedSiteSummary[];
  readonly incidents: readonly AnalysedIncident[];
  /** Worst first. */
  readonly findings: readonly AnalysedFinding[];
  /** Why it fails under `failOn`, one sentence each; empty = it does not. */
  readonly failures: readonly string[];
}

/** A severity stands for itself and worse ones, `grade:B` for a grade that is worse. */
export type FailOnWord = FindingSeverity | 'incident' | `grade:${GradeLetter}` | 'never';

/** How a recording is judged. */
export interface AnalyseOptions extends RecordingOptions {
  /** Hosts of yours beside the site in view. */
  readonly ownHosts?: readonly string[];
  /** What counts as a failure; `['warning', 'incident']` if left out. */
  readonly failOn?: FailOnWord | readonly FailOnWord[];
  /** Findings and incidents that are accepted: they are left out, and are no failure. */
  readonly ignore?: readonly AcceptedFault[];
}

/** What is accepted: what all the members say that are given, of which there must be one beside the reason. */
export interface AcceptedFault {
  /** A rule, or a kind of incident. */
  readonly rule?: string;
  /** A cookie's name; `*` stands for any part of it. */
  readonly cookie?: string;
  readonly site?: string;
  readonly reason: string;
}

/**
 * What the panel says of a recording: incidents, findings and the grade of the sites that are your own.
 * @throws UnreadableRecordingError where no page was opened in it, so that there is no site to speak of
 * @throws RangeError where `failOn` holds a word that there is not
 */
export function analyse(recording: HeldRecording, options: AnalyseOptions = {}): Analysis {
  const report = reportOf(recording, '', options);
  const [judgedOne] = report.recordings;
  return {
    sites: judgedOne?.sites.map(({ site, score, letter, unanswered }) => ({ site, score, letter, unanswered })) ?? [],
    incidents: judgedOne?.incidents.filter(isCounted).map(({ standing: _, reason: __, ...incident }) => incident) ?? [],
    findings: judgedOne?.findings.filter(isCounted).map(({ standing: _, reason: __, ...finding }) => finding) ?? [],
    failures: report.failures,
  };
}

const isCounted = ({ standing }: { readonly standing: 'new' | 'known' | 'ignored' }): boolean => standing !== 'ignored';

/** The same as a report that can be rendered. @param file the recording's name in it */
export function reportOf(recording: HeldRecording, file: string, options: AnalyseOptions): ReturnType<typeof judged> {
  const { facts, digest } = contentsOf(recording);
  const reported = reportedRecording(
    facts,
    { file, notes: recording.notes },
    {
      digest,
      ownHosts: options.ownHosts ?? [],
      browser: options.browser ?? null,
      thirdParty: options.thirdParty ?? null,
    },
  );
  if (reported === null) throw new UnreadableRecordingError(say('audit.no-page'));
  const failOn = failOnOf(failOnWords(options.failOn));
  return judged([reported], [], { config: configWith(options.ignore), baseline: null, failOn });
}

/** @throws RangeError where an entry accepts everything */
function configWith(ignore: AnalyseOptions['ignore'] = []): Config {
  const read = readConfig({ ignore });
  if ('config' in read) return read.config;
  throw new RangeError(read.faults.join('; '));
}

function failOnWords(given: AnalyseOptions['failOn']): readonly string[] {
  const words: readonly string[] = given === undefined ? DEFAULT_FAIL_ON : typeof given === 'string' ? [given] : given;
  const wrong = words.find((word) => !FAIL_ON_WORDS.includes(word));
  if (wrong !== undefined) throw new RangeError(`failOn: there is no ${wrong}. There are ${FAIL_ON_WORDS.join(', ')}.`);
  return words;
}
