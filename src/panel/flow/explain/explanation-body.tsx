import type { Bytes } from '../../../analysis/engine/base/units';
import type { ParsedLine } from '../../../analysis/engine/header/parsed-line';
import { refusingStep } from '../../../analysis/engine/verdict/verdict-of';
import type { CookieKey } from '../../../analysis/session/cookies/cookie-key';
import { say } from '../../../words/catalogue';
import { LinkButton } from '../../shared/parts/button';
import { Icon } from '../../shared/parts/icon';
import { Later, LaterComponent } from '../../shared/parts/later';
import { VisibleText } from '../../shared/parts/visible-text';
import { EvidenceTag } from '../../shared/presentation/evidence-tag';
import { NotShown } from '../../shared/presentation/not-shown';
import { showCookie, showInLab, showJarAt } from '../../state/navigation-history';
import { CookieHeaderLine } from './cookie-header-line';
import { ElsewhereList } from './elsewhere-list';
import type { Explained } from './explained';
import { jarChanges } from './jar-changes';
import { JarChangesList } from './jar-changes-list';
import { PartsTable } from './parts-table';
import { RawLine } from './raw-line';
import { ScriptStack } from './script-stack';
import { segments } from './segments';
import { StepList } from './step-list';
import { reasonChip, reasonSentence } from './step-words';
import { SurvivorTable } from './survivor-table';
import { ValueLine } from './value-line';

/** Fixes need rules and frameworks, which are no part of the first load. */
const FIX = new LaterComponent(async () => (await import('./fix-section')).FixSection);

interface ExplanationBodyProps {
  readonly explained: Explained;
  readonly value: Bytes;
  /** Key of the cookie it is about. */
  readonly cookie: CookieKey | null;
  readonly revealed: boolean;
}

export function ExplanationBody({ explained, value, cookie, revealed }: ExplanationBodyProps) {
  const { source, statements, steps, elsewhere, parts, fixable, line, trial } = explained;
  return (
    <div className="explanation-body">
      <dl className="reasoning">
        <dt className="implied">{say(source.kind === 'jar' ? 'explain.cookie' : 'explain.line')}</dt>
        <dd>
          {source.kind === 'line' && <Line explained={explained} line={source.line} revealed={revealed} />}
          {source.kind === 'header' && <CookieHeaderLine exchange={source.exchange} index={source.index} revealed={revealed} />}
          {source.kind === 'jar' && <ValueLine name={source.name} value={value} revealed={revealed} />}
        </dd>
        <dt className="implied">{say('explain.verdict')}</dt>
        <dd>
          <p className="sentence" data-testid="verdict-sentence">
            <VisibleText text={explained.sentence} />
          </p>
          {explained.particulars.map((particular) => (
            <p key={particular} className="particular">
              <VisibleText text={particular} />
            </p>
          ))}
          {explained.differs && <p className="differs-note">{explained.differs}</p>}
          <ul className="statements" data-testid="statements">
            {statements.map((statement) => (
              <li key={statement.text}>
                <EvidenceTag evidence={statement.evidence} /> {statement.text}
              </li>
            ))}
          </ul>
        </dd>
        {explained.script && (
          <>
            <dt>{say('script.stack')}</dt>
            <dd>
              <ScriptStack stack={explained.script.stack} />
            </dd>
          </>
        )}
        {explained.survivor && (
          <>
            <dt>{say('explain.stays')}</dt>
            <dd>
              <SurvivorTable rows={explained.survivor} />
            </dd>
          </>
        )}
        {fixable && <Later component={FIX} props={{ fixable, revealed }} meanwhile={null} failed={<NotShown />} />}
        {steps && (
          <>
            <dt>{say('explain.why')}</dt>
            <dd>
              {explained.reason && <p className="reason-sentence">{reasonSentence(explained.reason)}</p>}
              <StepList key={steps.steps[0]?.id ?? ''} verdict={steps} />
            </dd>
          </>
        )}
        {line && (
          <>
            <dt>{say('explain.jar')}</dt>
            <dd>
              <JarChangesList changes={jarChanges(line.exchange, line.index, revealed ? cookie : null)} />
            </dd>
          </>
        )}
        {elsewhere.length > 0 && (
          <>
            <dt>{say('explain.elsewhere')}</dt>
            <dd>
              <ElsewhereList elsewhere={elsewhere} />
            </dd>
          </>
        )}
      </dl>
      <section className="beside-reasoning" aria-label={say('explain.parts-title')}>
        {parts.length > 0 && (
          <>
            <h2>{say('explain.parts-title')}</h2>
            <PartsTable parts={parts} />
          </>
        )}
        <p className="see-also">
          {cookie && <LinkButton onPress={() => showCookie(cookie)}>{say('explain.cookie-link')}</LinkButton>}
          <LinkButton onPress={() => showJarAt(explained.moment)}>{say('explain.jar-link')}</LinkButton>
          {trial && <LinkButton onPress={() => showInLab(trial.trial, trial.source)}>{say('explain.try')}</LinkButton>}
        </p>
      </section>
    </div>
  );
}

/** The raw line with the octets at fault marked, and what is wrong with them. */
function Line({
  explained,
  line,
  revealed,
}: {
  readonly explained: Explained;
  readonly line: ParsedLine;
  readonly revealed: boolean;
}) {
  const { steps } = explained;
  const step = steps && refusingStep(steps);
  const span = step?.span ?? null;
  return (
    <>
      <RawLine header="Set-Cookie" segments={segments(line, span, !revealed)} />
      {span && step && (
        <p className="callout" data-testid="callout">
          <Icon name="cross" size={13} />
          <span>
            {reasonChip(step.reason)}. {say('explain.bytes', { from: span.start + 1, to: span.end, length: line.line.length })}
          </span>
        </p>
      )}
    </>
  );
}
