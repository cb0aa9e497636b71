import { useId } from 'react';
import type { Finding } from '../../analysis/rules/audit';
import { HARMS } from '../../analysis/rules/engine/severity';
import { say } from '../../words/catalogue';
import { SearchField } from '../shared/parts/search-field';
import { ALL_FINDINGS, useFindingsChoices } from '../state/findings-choices';
import { isNarrowed, roleOfFinding } from './finding-filter';

const SEVERITIES = ['error', 'warning', 'note'] as const;

interface FindingFilterBarProps {
  readonly findings: readonly Finding[];
  /** How many of them are shown. */
  readonly shown: number;
}

/** Narrows the findings by severity, by what is at stake, by what the cookie is for and by words. */
export function FindingFilterBar({ findings, shown }: FindingFilterBarProps) {
  const { filter, narrow } = useFindingsChoices();
  const roles = [...new Set(findings.flatMap((finding) => roleOfFinding(finding) ?? []))].sort();
  return (
    <div className="filter-bar findings-filter" role="search">
      <SearchField
        value={filter.text}
        label={say('findings.filter')}
        placeholder={say('findings.filter.placeholder')}
        onChange={(text) => narrow({ text })}
      />
      <Choice
        label={say('findings.filter.severity')}
        value={filter.severity}
        options={SEVERITIES.map((id) => [id, say(`finding.severity.${id}`)])}
        onChoose={(severity) => narrow({ severity })}
      />
      <Choice
        label={say('findings.filter.harm')}
        value={filter.harm}
        options={HARMS.map((id) => [id, say(`finding.harm.${id}`)])}
        onChoose={(harm) => narrow({ harm })}
      />
      <Choice
        label={say('findings.filter.role')}
        value={filter.role}
        options={roles.map((id) => [id, say(`role.${id}`)])}
        onChoose={(role) => narrow({ role })}
      />
      {isNarrowed(filter) && (
        <button type="button" className="link" onClick={() => narrow(ALL_FINDINGS)}>
          {say('findings.filter.all')}
        </button>
      )}
      <span className="spread" />
      <span className="shown" role="status">
        {say('findings.shown', { shown, total: findings.length })}
      </span>
    </div>
  );
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly value: Id | null;
  readonly options: readonly (readonly [Id, string])[];
  readonly onChoose: (value: Id | null) => void;
}

function Choice<Id extends string>({ label, value, options, onChoose }: ChoiceProps<Id>) {
  const id = useId();
  return (
    <span className="finding-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChoose(options.find(([each]) => each === target.value)?.[0] ?? null)}
      >
        <option value="">{say('findings.filter.any')}</option>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
