import { type ReactNode, useState } from 'react';
import { say, sayCount } from '../../words/catalogue';
import { useComparedNotice } from './compared-notice';
import { useFileNotice } from './file-notice';
import { useIncidentNotice } from './incident-notice';
import type { Notice } from './notice';
import { useOverrideNotices } from './override-notices';
import { useProtectionNotices } from './protection-notice';
import { useCoverageNotices, useLinkNotices, useProblemNotices } from './recording-notices';
import { useTraceNotices } from './trace-notice';

/**
 * One line over every view: of all that there is to tell, what changes most of what the reader sees. The others are a number at its
 * end, which opens them.
 */
export function Notices() {
  const link = useLinkNotices();
  const compared = useComparedNotice();
  const file = useFileNotice();
  const overrides = useOverrideNotices();
  const protection = useProtectionNotices();
  const trace = useTraceNotices();
  const coverage = useCoverageNotices();
  const incident = useIncidentNotice();
  const problems = useProblemNotices();
  const [isOpen, setOpen] = useState(false);
  const [first, ...others] = [
    ...link,
    ...compared,
    ...file,
    ...overrides,
    ...protection,
    ...trace,
    ...coverage,
    ...incident,
    ...problems,
  ];
  const more = others.length > 0 && (
    <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      {isOpen ? say('notices.fewer') : sayCount('notices.more', others.length)}
    </button>
  );
  return (
    <div className="notices">
      {first !== undefined && (
        <NoticeLine key={first.id} notice={first}>
          {more}
        </NoticeLine>
      )}
      {isOpen && others.map((notice) => <NoticeLine key={notice.id} notice={notice} />)}
    </div>
  );
}

function NoticeLine({ notice: { id, look, content }, children }: { readonly notice: Notice; readonly children?: ReactNode }) {
  return (
    <div className={`notice ${look}`} role={look === 'bad' ? 'alert' : 'status'} data-notice={id}>
      {content}
      {children}
    </div>
  );
}
