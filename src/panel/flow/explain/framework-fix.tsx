import { create } from 'zustand';
import type { FrameworkId } from '../../../analysis/fixes/frameworks/framework';
import { frameworks } from '../../../analysis/fixes/frameworks/registry';
import { frameworkToShow, type Remedy } from '../../../analysis/rules/remedy-of-fix';
import { say } from '../../../words/catalogue';
import { listText } from '../../../words/format';
import { Button } from '../../shared/parts/button';
import { usePanel } from '../../state/panel-context';

/** The framework chosen last, for all findings alike; null = none was, and the recognised one is shown. */
const useFramework = create<{ readonly id: FrameworkId | null; readonly choose: (id: FrameworkId) => void }>((set) => ({
  id: null,
  choose: (id) => set({ id }),
}));

/** What to write in a framework, for those who do not write the line themselves. Nothing where no framework has lines for it. */
export function FrameworkFix({ remedy }: { readonly remedy: Remedy }) {
  const { id: chosen, choose } = useFramework();
  if (remedy.frameworks.length === 0) return null;
  const shown = frameworkToShow(remedy, chosen);
  return (
    <div className="framework-fix" data-testid="framework-fix">
      <label>
        {say('finding.framework')}{' '}
        <select value={shown ?? ''} onChange={(event) => choose(event.target.value as FrameworkId)}>
          {shown === null && <option value="">{say('finding.framework-none')}</option>}
          {remedy.frameworks.map((id) => (
            <option key={id} value={id}>
              {id === remedy.recognised ? say('finding.recognised', { name: frameworks[id].name }) : frameworks[id].name}
            </option>
          ))}
        </select>
      </label>
      {shown && <FrameworkLines remedy={remedy} id={shown} />}
    </div>
  );
}

function FrameworkLines({ remedy, id }: { readonly remedy: Remedy; readonly id: FrameworkId }) {
  const { actions } = usePanel();
  const settings = remedy.settings(id);
  if (settings === null) return null;
  const { where, lines, cannot } = settings;
  return (
    <>
      <span className="tone-quiet">{where}</span>
      <Button
        icon="copy"
        label={say('explain.copy')}
        onPress={() => void actions.copy(lines.map((line) => line.text).join('\n'))}
      />
      <pre className="raw-line">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of code stay in their order.
          <span key={index} className={line.changed ? 'changed' : ''} data-changed={line.changed || undefined}>
            {`${line.text}\n`}
          </span>
        ))}
      </pre>
      {cannot.length > 0 && (
        <p className="tone-quiet">
          {say('finding.framework-cannot', {
            name: frameworks[id].name,
            what: listText(cannot.map((property) => say(`finding.property.${property}`))),
          })}
        </p>
      )}
    </>
  );
}
