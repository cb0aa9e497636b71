import type { AttributeName, ParsedLine, Span } from '../header/parsed-line';
import type { Reason } from './verdict';

/** The octets of the line that a refusal is about; null = none of them is to blame. */
export function spanOf(reason: Reason | null, line: ParsedLine): Span | null {
  switch (reason) {
    case 'syntax-control-character':
      return { start: line.control, end: line.control + 1 };
    case 'syntax-tab':
      return { start: line.tab, end: line.tab + 1 };
    case 'syntax-empty':
    case 'syntax-pair-too-long':
      return pair(line);
    case 'syntax-nameless':
    case 'syntax-nameless-equals':
    case 'prefix-hidden':
      return line.valueSpan;
    case 'domain-non-ascii':
    case 'domain-public-suffix':
    case 'domain-mismatch':
    case 'prefix-host-domain':
      return counting(line, 'domain');
    case 'path-non-ascii':
    case 'path-too-long':
    case 'path-tab':
      return counting(line, 'path');
    case 'prefix-host-path':
      return counting(line, 'path') ?? line.nameSpan;
    case 'secure-insecure-origin':
      return counting(line, 'secure');
    case 'http-only-from-script':
      return counting(line, 'httponly');
    case 'same-site-cross-site':
    case 'same-site-none-insecure':
      return counting(line, 'samesite');
    case 'partitioned-insecure':
      return counting(line, 'partitioned');
    case 'prefix-secure':
    case 'prefix-host-secure':
    case 'prefix-http-secure':
    case 'prefix-http-http-only':
    case 'prefix-http-from-script':
    case 'overwrite-secure':
    case 'overwrite-http-only':
      return line.nameSpan;
    default:
      return null;
  }
}

const pair = ({ nameSpan, valueSpan }: ParsedLine): Span => ({
  start: Math.min(nameSpan.start, valueSpan.start),
  end: valueSpan.end,
});

const counting = (line: ParsedLine, name: AttributeName): Span | null =>
  line.attributes.find(({ known, counts }) => counts && known === name)?.span ?? null;
