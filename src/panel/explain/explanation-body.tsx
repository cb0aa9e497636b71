import type { Bytes } from '../../analysis/facts/units';
import type { ParsedLine } from '../../analysis/header/parsed-line';
import type { CookieKey } from '../../analysis/session/cookie-key';
import { refusingStep } from '../../analysis/verdict/verdict-of';
import { say } from '../../words/catalogue';
import { LinkButton } from '../parts/button';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';
import { showCookie, showInLab, showJarAt } from '../places';
import { EvidenceTag } from '../shown/evidence-tag';
import { CookieHeaderLine } from './cookie-header-line';
import { ElsewhereList } from './elsewhere-list';
import type { Explained } from './explained';
import { FixLine } from './fix-line';
import { jarChanges } from './jar-changes';
import { JarChangesList } from './jar-changes-list';
import { PartsTable } from './parts-table';
import { RawLine } from './raw-line';
import { segments } from './segments';
import { StepList } from './step-list';
import { reasonChip, reasonSentence } from './step-words';
import { ValueLine } from './value-line';

interface ExplanationBodyProps {
  readonly explained: Explained;
  readonly value: Bytes;
  /** Key of the cookie it is about. */
  readonly cookie: CookieKey | null;
  readonly revealed: boolean;
}

export function ExplanationBody({ explained, value, cookie, revealed }: ExplanationBodyProps) {
  const { source, statements, steps, elsewhere, parts, fix, response, trial } = explained;
  return (
    <dl className="explanation-body">
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
        {explained.differs && <p className="differs-note">{explained.differs}</p>}
        <ul className="statements">
          {statements.map((statement) => (
            <li key={statement.text}>
              <EvidenceTag evidence={statement.evidence} /> {statement.text}
            </li>
          ))}
        </ul>
      </dd>
      {fix && (
        <>
          <dt>{say('explain.fix')}</dt>
          <dd>
            <FixLine edits={fix} revealed={revealed} />
          </dd>
        </>
      )}
      {steps && (
        <>
          <dt>{say('explain.why')}</dt>
          <dd>
            {explained.reason && <p className="reason-sentence">{reasonSentence(explained.reason)}</p>}
            <StepList key={steps.steps[0]?.id ?? ''} verdict={steps} />
          </dd>
        </>
      )}
      {response && (
        <>
          <dt>{say('explain.jar')}</dt>
          <dd>
            <JarChangesList changes={jarChanges(response, revealed ? cookie : null)} chosen={cookie ?? ''} />
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
      {parts.length > 0 && (
        <>
          <dt>{say('explain.parts')}</dt>
          <dd>
            <PartsTable parts={parts} />
          </dd>
        </>
      )}
      <dt>{say('explain.see-also')}</dt>
      <dd className="see-also">
        {cookie && <LinkButton onPress={() => showCookie(cookie)}>{say('explain.cookie-link')}</LinkButton>}
        <LinkButton onPress={() => showJarAt(explained.moment)}>{say('explain.jar-link')}</LinkButton>
        {trial && <LinkButton onPress={() => showInLab(trial)}>{say('explain.try')}</LinkButton>}
      </dd>
    </dl>
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
        <p className="callout">
          <Icon name="cross" size={13} />
          <span>
            {reasonChip(step.reason)}. {say('explain.bytes', { from: span.start + 1, to: span.end, length: line.line.length })}
          </span>
        </p>
      )}
    </>
  );
}
