import type { Remedy } from '../../../analysis/rules/remedy-of-fix';
import { say } from '../../../words/catalogue';
import { Button } from '../../shared/parts/button';
import { SentenceText } from '../../shared/presentation/sentence-text';
import { usePanel } from '../../state/panel-context';
import { FixLine } from './fix-line';
import { FrameworkFix } from './framework-fix';
import type { OverrideOf } from './override-of';

interface RemedyBodyProps {
  readonly remedy: Remedy;
  readonly revealed: boolean;
  /** What the corrected line would override on the real site; null = it cannot be tried there. */
  readonly override: OverrideOf | null;
}

/** What to do about a fault: in words, as the corrected line, for the page and for a framework. */
export function RemedyBody({ remedy, revealed, override }: RemedyBodyProps) {
  const { advice, edits, code, precaution } = remedy;
  return (
    <>
      <p>
        <SentenceText sentence={advice} />
      </p>
      {edits && <FixLine edits={edits} revealed={revealed} override={override} />}
      {code.length > 0 && <PageCode code={code} />}
      <FrameworkFix remedy={remedy} />
      {precaution && (
        <p className="tone-quiet">
          <b>{say('finding.precaution')}</b> <SentenceText sentence={precaution} />
        </p>
      )}
    </>
  );
}

function PageCode({ code }: { readonly code: readonly string[] }) {
  const { actions } = usePanel();
  const text = code.join('\n');
  return (
    <div className="fix">
      <pre className="raw-line" data-testid="fix-code">
        {text}
      </pre>
      <Button icon="copy" label={say('explain.copy')} onPress={() => void actions.copy(text)} />
    </div>
  );
}
