import { useMemo, useState } from 'react';
import type { Finding } from '../../analysis/rules/audit';
import { about } from '../../words/about';
import { say, sayCount } from '../../words/catalogue';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { Icon } from '../shared/parts/icon';
import { type FindingGroup, groupedByOwner, groupedFindings } from './finding-groups';
import { FindingSection } from './finding-section';
import { GroupCard } from './group-card';
import { IgnoredList } from './ignored-list';
import { InconclusiveList } from './inconclusive-list';
import type { ComparedFindings } from './standing';

interface FindingListsProps {
  readonly result: AnalysisResult;
  /** Those that are neither ignored nor filtered away, worst first. */
  readonly shown: readonly Finding[];
  /** How many there are without the filter. */
  readonly total: number;
  /** Why findings are ignored, by id. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly compared: ComparedFindings | null;
}

/** Findings by what to change: the site's own first, others' by whose they are, then what is ignored, open and passed. */
export function FindingLists({ result, shown, total, reasons, compared }: FindingListsProps) {
  const { inconclusive, findings } = result.audit;
  const own = useMemo(() => groupedFindings(shown.filter(({ party }) => party === 'own')), [shown]);
  const owners = useMemo(() => groupedByOwner(shown.filter(({ party }) => party === 'third')), [shown]);
  const ignored = findings.filter(({ id }) => reasons.has(id));
  const ownInconclusive = inconclusive.filter(({ party }) => party === 'own');
  const others = owners.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <FindingSection title={say('findings.own')} note={sayCount('findings.changes', own.length)} first>
        {own.length === 0 ? (
          <p className="side-note">{say(total > shown.length ? 'findings.filtered' : 'findings.nothing')}</p>
        ) : (
          <Groups groups={own} result={result} compared={compared} firstOpen />
        )}
      </FindingSection>
      <FindingSection
        title={say('findings.third')}
        note={`${sayCount('count.findings', others)}, ${sayCount('findings.owners', owners.length)} · ${say('findings.third-note')}`}
      >
        {owners.map(({ owner, count, groups }) => (
          <FindingSection key={owner} title={owner} note={sayCount('count.findings', count)} inner>
            <Groups groups={groups} result={result} compared={compared} />
          </FindingSection>
        ))}
      </FindingSection>
      {ignored.length > 0 && (
        <FindingSection
          testId="ignored-findings"
          title={say('findings.ignored')}
          note={sayCount('count.findings', ignored.length)}
        >
          <IgnoredList site={result.site} findings={ignored} reasons={reasons} />
        </FindingSection>
      )}
      <FindingSection title={say('findings.open')} note={sayCount('count.checks', ownInconclusive.length)}>
        <InconclusiveList inconclusive={ownInconclusive} />
      </FindingSection>
      <Passed result={result} />
    </>
  );
}

function Passed({ result }: { readonly result: AnalysisResult }) {
  const { passed } = result.audit;
  const checks = [...passed.values()].reduce((sum, count) => sum + count, 0);
  return (
    <FindingSection title={say('findings.passed')} note={sayCount('count.checks', checks)}>
      <ul className="open-list">
        {[...passed].map(([rule, count]) => (
          <li key={rule}>
            <span className="tone-ok">
              <Icon name="check" size={12} />
            </span>{' '}
            <span data-words="rule">{about({ kind: 'finding', name: rule }).title}</span>{' '}
            <span className="tone-faint">×{count}</span>
          </li>
        ))}
      </ul>
    </FindingSection>
  );
}

interface GroupsProps {
  readonly groups: readonly FindingGroup[];
  readonly result: AnalysisResult;
  readonly compared: ComparedFindings | null;
  readonly firstOpen?: boolean;
}

function Groups({ groups, result, compared, firstOpen = false }: GroupsProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(firstOpen ? groups.slice(0, 1).map(({ id }) => id) : []),
  );
  const toggle = (id: string) => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  return (
    <ul>
      {groups.map((group) => (
        <GroupCard
          key={group.id}
          group={group}
          result={result}
          compared={compared}
          open={opened.has(group.id)}
          onToggle={() => toggle(group.id)}
        />
      ))}
    </ul>
  );
}
