import { useMemo, useState } from 'react';
import { grade } from '../../analysis/grade/grade';
import { about } from '../../words/about';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { Icon } from '../shared/parts/icon';
import { VisibleText } from '../shared/parts/visible-text';
import { nameText } from '../shared/presentation/bead-words';
import { SEVERITY_STYLE } from '../shared/presentation/severity-style';
import { FindingCard } from './finding-card';
import { cookieNameOf } from './finding-filter';
import type { FindingGroup } from './finding-groups';
import { IgnoreForm } from './ignore-form';
import type { ComparedFindings } from './standing';
import { StandingMark } from './standing-mark';
import { ReadParts, WhyParts } from './why-parts';

interface GroupCardProps {
  readonly group: FindingGroup;
  readonly result: AnalysisResult;
  readonly compared: ComparedFindings | null;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One change: a finding, or several that it ends. */
export function GroupCard({ group, result, compared, open, onToggle }: GroupCardProps) {
  const [first, ...others] = group.findings;
  const gain = useGain(group, result);
  if (others.length === 0) {
    const standing = compared?.standingOf(first) ?? null;
    const { audit, site } = result;
    return <FindingCard finding={first} subjects={audit.subjects} {...{ gain, site, standing, open, onToggle }} />;
  }
  return (
    <li className={open ? 'finding open' : 'finding'} data-group={group.id} data-harm={first.harm}>
      <GroupHead {...{ group, gain, compared, open, onToggle }} />
      {open && <GroupBody group={group} result={result} compared={compared} />}
    </li>
  );
}

interface GroupHeadProps extends Pick<GroupCardProps, 'group' | 'compared' | 'open' | 'onToggle'> {
  readonly gain: number | null;
}

function GroupHead({ group, gain, compared, open, onToggle }: GroupHeadProps) {
  const [first] = group.findings;
  const { icon, tone } = SEVERITY_STYLE[first.severity];
  const isNew = compared !== null && group.findings.some((finding) => compared.standingOf(finding) === 'new');
  return (
    <button type="button" className="finding-head" aria-expanded={open} onClick={onToggle}>
      <Icon name={open ? 'down2' : 'right'} size={12} />
      <span className={`tone-${tone}`}>
        <Icon name={icon} size={13} />
      </span>
      <span className="finding-title">
        <span data-words="rule">{group.kind === 'cookies' ? about({ kind: 'finding', name: group.rule }).title : ''}</span>
        {group.kind === 'lifetime' && say('findings.lifetime', { name: nameOf(group) })}
        {compared && <StandingMark standing={isNew ? 'new' : 'same'} />}
      </span>
      <GroupNames group={group} />
      <span className="finding-severity">{say(`finding.severity.${first.severity}`)}</span>
      <span className="finding-gain tone-ok" title={say('finding.gain-title')}>
        {gain ? sayCount('finding.gain', gain) : ''}
      </span>
    </button>
  );
}

/** The first cookies by name, and how many more. */
function GroupNames({ group }: { readonly group: FindingGroup }) {
  const names = [...new Set(group.findings.flatMap((finding) => cookieNameOf(finding) ?? []))].map(nameText);
  if (names.length === 0) return <span className="tone-faint">{sayCount('count.findings', group.findings.length)}</span>;
  const [first, ...others] = names;
  return (
    <span className="finding-names" title={listText(names)}>
      <code className="finding-cookie ellipsis">
        <VisibleText text={first ?? ''} />
      </code>
      {others.length > 0 && <span className="tone-faint">{say('findings.more-names', { count: others.length })}</span>}
    </span>
  );
}

function GroupBody({ group, result, compared }: Pick<GroupCardProps, 'group' | 'result' | 'compared'>) {
  const [opened, setOpened] = useState<string | null>(group.findings[0].id);
  const { audit, grades, site } = result;
  const isOneRule = group.kind === 'cookies';
  return (
    <>
      {isOneRule && (
        <dl className="reasoning finding-body">
          <WhyParts rule={group.rule} harm={group.findings[0].harm} />
          <ReadParts rule={group.rule} />
          <dt>{say('finding.accept')}</dt>
          <dd>
            <IgnoreForm site={site} findings={group.findings.map(({ id }) => id)} />
          </dd>
        </dl>
      )}
      <ul className="group-findings">
        {group.findings.map((finding) => (
          <FindingCard
            key={finding.id}
            finding={finding}
            subjects={audit.subjects}
            gain={grades.gains.get(finding) ?? null}
            site={site}
            standing={compared?.standingOf(finding) ?? null}
            whySaid={isOneRule}
            open={opened === finding.id}
            onToggle={() => setOpened(opened === finding.id ? null : finding.id)}
          />
        ))}
      </ul>
    </>
  );
}

function nameOf({ findings }: FindingGroup): string {
  const name = cookieNameOf(findings[0]);
  return name === null ? '' : nameText(name);
}

/** The points that the site gains when all of a group is mended, which is not the sum of what each gains. */
function useGain({ findings }: FindingGroup, { audit, grades }: AnalysisResult): number | null {
  return useMemo(() => {
    const [first] = findings;
    if (first.party === 'third' || grades.site === null) return null;
    if (findings.length === 1) return grades.gains.get(first) ?? null;
    const mended = new Set(findings);
    const without = grade({ ...audit, findings: audit.findings.filter((finding) => !mended.has(finding)) });
    return without.site === null ? null : without.site.score - grades.site.score;
  }, [findings, audit, grades]);
}
