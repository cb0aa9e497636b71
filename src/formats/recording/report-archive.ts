import { strToU8, zipSync } from 'fflate';
import { exchangesIn, markdownText } from './markdown';
import type { OwnRecording } from './own-recording';
import { svgText } from './svg-diagram';

const PICTURE = 'diagram.svg';
/** An archive has a time for each file; the earliest that it can hold, so that the same recording gives the same archive. */
const NO_TIME = '1980-01-01T12:00:00';

/**
 * The report with its diagram as a picture: the text, and the archive that holds both side by side. GitHub removes pictures that
 * are within a Markdown file, and shows those that lie beside it.
 */
export function reportArchive(recording: OwnRecording): { readonly text: string; readonly archive: Uint8Array<ArrayBuffer> } {
  const text = markdownText(recording, PICTURE);
  const files = { 'report.md': strToU8(text), [PICTURE]: strToU8(svgText(exchangesIn(recording))) };
  return { text, archive: zipSync(files, { mtime: NO_TIME }) };
}
