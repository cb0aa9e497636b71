import '../../words/all-words';
import { useState } from 'react';
import type { Finding } from '../../analysis/rules/audit';
import type { Subjects } from '../../analysis/rules/subject/subjects';
import { about } from '../../words/about';
import { say, sayCount } from '../../words/catalogue';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { FindingCard } from '../findings/finding-card';
import { GradePanel } from '../findings/grade-panel';
import { InconclusiveList } from '../findings/inconclusive-list';
import { Icon } from '../shared/parts/icon';
import { useAnalysis } from '../state/use-analysis';
import { AnalysisNote } from '../states/analysis-note';

/** What to fix, worst first, with the points that each fix gains; beside it the grade and its sum. */
export function FindingsView() {
  const analysis = useAnalysis();
  if (analysis.kind !== 'done') return <AnalysisNote state={analysis.kind} />;
  const { result } = analysis;
  return (
    <div className="side-view findings-view">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
      <aside className="side" tabIndex={0} aria-label={say('findings.grade')}>
        <GradePanel site={result.site} grades={result.grades} />
      </aside>
      <FindingLists result={result} />
    </div>
  );
}

function FindingLists({ result }: { readonly result: AnalysisResult }) {
  const { subjects, findings, inconclusive, passed } = result.audit;
  const own = findings.filter(({ party }) => party === 'own');
  const third = findings.filter(({ party }) => party === 'third');
  const gains = (finding: Finding) => result.grades.gains.get(finding) ?? null;
  const ownInconclusive = inconclusive.filter(({ party }) => party === 'own');
  const checks = [...passed.values()].reduce((sum, count) => sum + count, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it.
    <section className="finding-lists" tabIndex={0} aria-label={say('view.findings')}>
      <Group title={say('findings.own')} note={sayCount('count.findings', own.length)} first>
        {own.length === 0 ? (
          <p className="side-note">{say('findings.nothing')}</p>
        ) : (
          <Findings findings={own} subjects={subjects} gainOf={gains} />
        )}
      </Group>
      <Group title={say('findings.third')} note={`${sayCount('count.findings', third.length)} · ${say('findings.third-note')}`}>
        <Findings findings={third} subjects={subjects} gainOf={() => null} />
      </Group>
      <Group title={say('findings.open')} note={sayCount('count.checks', ownInconclusive.length)}>
        <InconclusiveList inconclusive={ownInconclusive} />
      </Group>
      <Group title={say('findings.passed')} note={sayCount('count.checks', checks)}>
        <ul className="open-list">
          {[...passed].map(([rule, count]) => (
            <li key={rule}>
              <span className="tone-ok">
                <Icon name="check" size={12} />
              </span>{' '}
              {about({ kind: 'finding', name: rule }).title} <span className="tone-faint">×{count}</span>
            </li>
          ))}
        </ul>
      </Group>
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly note: string;
  readonly first?: boolean;
  readonly children: React.ReactNode;
}

function Group({ title, note, first = false, children }: GroupProps) {
  const [open, setOpen] = useState(first);
  return (
    <div className="finding-group">
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'down2' : 'right'} size={12} />
          <b>{title}</b> <span className="tone-faint">{note}</span>
        </button>
      </h2>
      {open && children}
    </div>
  );
}

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly subjects: Subjects;
  readonly gainOf: (finding: Finding) => number | null;
}

function Findings({ findings, subjects, gainOf }: FindingsProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(findings.slice(0, 1).map(({ id }) => id)));
  const toggle = (id: string) => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  return (
    <ul>
      {findings.map((finding) => (
        <FindingCard
          key={finding.id}
          finding={finding}
          subjects={subjects}
          gain={gainOf(finding)}
          open={opened.has(finding.id)}
          onToggle={() => toggle(finding.id)}
        />
      ))}
    </ul>
  );
}
