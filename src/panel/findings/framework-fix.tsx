import { create } from 'zustand';
import { type Bytes, instant } from '../../analysis/facts/units';
import { correct, corrected } from '../../analysis/fixes/correct';
import { FRAMEWORKS, type FrameworkId } from '../../analysis/fixes/framework';
import { frameworks } from '../../analysis/fixes/frameworks';
import { actionLines, type SnippetLine, snippet } from '../../analysis/fixes/snippet';
import { changedBy, wanted } from '../../analysis/fixes/wanted';
import { parseSetCookie } from '../../analysis/header/set-cookie';
import type { Finding } from '../../analysis/rules/audit';
import type { Fix } from '../../analysis/rules/define';
import { say } from '../../words/catalogue';
import { usePanel } from '../panel-context';
import { Button } from '../parts/button';

/** The framework last chosen, for all findings alike. */
const useFramework = create<{ readonly id: FrameworkId | null; readonly choose: (id: FrameworkId | null) => void }>((set) => ({
  id: null,
  choose: (id) => set({ id }),
}));

/** The setting of a framework that makes the fix, for those who do not write the line themselves. */
export function FrameworkFix({ finding, fix }: { readonly finding: Finding; readonly fix: Fix }) {
  const { doing } = usePanel();
  const { id, choose } = useFramework();
  if (fix.action === null && !(fix.line && fix.changes.length > 0)) return null;
  const shown = id === null ? null : linesFor(id, finding, fix);
  return (
    <div className="framework-fix">
      <label>
        {say('finding.in')}{' '}
        <select
          value={id ?? ''}
          onChange={(event) => choose(event.target.value === '' ? null : (event.target.value as FrameworkId))}
        >
          <option value="">{say('finding.in-none')}</option>
          {FRAMEWORKS.map((each) => (
            <option key={each} value={each}>
              {frameworks[each].name}
            </option>
          ))}
        </select>
      </label>
      {shown && (
        <>
          <span className="tone-quiet">{shown.where}</span>
          <Button
            icon="copy"
            label={say('explain.copy')}
            onPress={() => void doing.copy(shown.lines.map((line) => line.text).join('\n'))}
          />
          <pre className="raw-line">
            {shown.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of code stay in their order.
              <span key={index} className={line.changed ? 'changed' : ''}>
                {`${line.text}\n`}
              </span>
            ))}
          </pre>
        </>
      )}
    </div>
  );
}

interface Shown {
  readonly where: string;
  readonly lines: readonly SnippetLine[];
}

function linesFor(id: FrameworkId, { subject }: Finding, fix: Fix): Shown | null {
  const framework = frameworks[id];
  const lines: SnippetLine[] = [];
  let where = '';
  const line = fix.line && (corrected(correct(fix.line, fix.changes)) as Bytes);
  const at = subject.kind === 'line' ? subject.exchange.at : null;
  const target = line === null ? null : wanted(parseSetCookie(line), at ?? instant(0));
  if (target && fix.changes.length > 0) {
    const role = subject.kind === 'cookie' || subject.kind === 'line' ? subject.role.role : null;
    const made = snippet(framework, role === 'session-id' ? 'session' : 'cookie', target, changedBy(fix.changes));
    where = made.where;
    lines.push(...made.lines);
  }
  if (fix.action !== null && target) {
    lines.push(...actionLines(framework, fix.action, target).map((each) => ({ text: each, changed: true })));
  }
  return lines.length > 0 ? { where: where, lines } : null;
}
