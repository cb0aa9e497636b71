import { digestUnder } from '../../platform/digest';
import { reportedRecording } from '../../report/model/reported-recording';
import type { FileReport } from '../../report/report-on';
import { say, sayCount } from '../../words/catalogue';
import { RunError } from '../command/command';
import type { PageVisit } from '../visit/visit';
import type { FileAuditOptions } from './audited-file';

/** What is to be said of a page that is visited. What stands in the way is the reason of a refusal. */
export async function auditedAddress(
  url: string,
  visit: () => ReturnType<PageVisit>,
  options: FileAuditOptions,
): Promise<FileReport> {
  try {
    const { facts, key, thirdParty, open, dropped } = await visit();
    const notes = [
      ...(open > 0 ? [sayCount('audit.open', open)] : []),
      ...(dropped > 0 ? [sayCount('audit.dropped', dropped)] : []),
    ];
    const analysis = { ...options, thirdParty: options.thirdParty ?? thirdParty, digest: digestUnder(key) };
    const recording = reportedRecording(facts, { file: url, notes }, analysis);
    return recording === null ? refused(say('audit.no-page')) : { kind: 'reported', recording };
  } catch (error) {
    if (error instanceof RunError) return refused(error.message);
    throw error;
  }
}

const refused = (why: string): FileReport => ({ kind: 'refused', cause: 'unreadable', why });
