import '../../words/all-words';
import type { ReactNode } from 'react';
import type { Basis } from '../../analysis/story/bead';
import { say } from '../../words/catalogue';
import type { Share } from '../cookies/cookie-row';
import { SHARE_SIGN } from '../cookies/share-sign';
import { BeadFace, beadClass } from '../flow/diagram/bead-face';
import { STANDING_ICON } from '../flow/explain/parts-table';
import { STEP_ICON, STEP_TONE } from '../flow/explain/step-list';
import { Icon, type IconName } from '../shared/parts/icon';
import type { ShownVerdict } from '../shared/presentation/bead-words';
import { SchemeTag } from '../shared/presentation/scheme-tag';
import { SEVERITY_STYLE } from '../shared/presentation/severity-style';
import { VERDICT_STYLE } from '../shared/presentation/verdict-style';
import { MARKS } from '../sign-in/transaction-marks';

const GROUNDS: readonly (readonly [ShownVerdict, Basis])[] = [
  ['stored', 'observed'],
  ['stored', 'predicted'],
  ['unknown', 'cannot-tell'],
];
const VERDICTS = Object.keys(VERDICT_STYLE) as readonly ShownVerdict[];
const COUNTS = [
  ['up tone-quiet', 'list.sent-unit'],
  ['stop tone-warn', 'list.withheld-unit'],
  ['down tone-ok', 'list.set-unit'],
  ['cross tone-bad', 'legend.rejected-lines'],
  ['void tone-warn', 'legend.no-effect-lines'],
] as const;
const ROW_SIGNS = [
  ['error', 'tone-bad', 'list.error'],
  ['warning', 'tone-warn', 'legend.warning'],
  ['elsewhere', 'tone-faint', 'legend.third-party'],
  ['cookie', 'tone-quiet', 'legend.change'],
  ['question', 'tone-quiet', 'legend.change-unknown'],
  ['pause', 'tone-warn', 'legend.gap'],
] as const satisfies readonly (readonly [IconName, string, string])[];
const STANDINGS = Object.keys(STANDING_ICON) as readonly (keyof typeof STANDING_ICON)[];
const OUTCOMES = Object.keys(STEP_ICON) as readonly (keyof typeof STEP_ICON)[];
const SHARES = Object.keys(SHARE_SIGN) as readonly Share[];
const SEVERITIES = Object.keys(SEVERITY_STYLE) as readonly (keyof typeof SEVERITY_STYLE)[];
const FOLLOWED = Object.keys(MARKS) as readonly (keyof typeof MARKS)[];

/** Every sign of the panel, drawn by what draws it in the views, with its words. */
export function Legend() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where there is little height, so keys must reach it.
    <div className="legend" tabIndex={0} role="group" aria-label={say('shell.legend')}>
      <Section title={say('legend.ground')}>
        {GROUNDS.map(([verdict, evidence]) => (
          <Item key={evidence} sign={<Bead verdict={verdict} evidence={evidence} />} words={say(`evidence.${evidence}.legend`)} />
        ))}
      </Section>
      <Section title={say('legend.verdicts')}>
        {VERDICTS.map((verdict) => (
          <Item
            key={verdict}
            sign={<Sign icon={VERDICT_STYLE[verdict].icon} tone={`tone-${VERDICT_STYLE[verdict].tone}`} />}
            term={say(`verdict.${verdict}`)}
            words={say(`legend.verdict.${verdict}`)}
          />
        ))}
      </Section>
      <Section title={say('legend.list')}>
        {COUNTS.map(([look, words]) => (
          <Item key={words} sign={<span className={`slot-sign sign ${look}`}>2</span>} words={say(words)} />
        ))}
        {ROW_SIGNS.map(([icon, tone, words]) => (
          <Item key={words} sign={<Sign icon={icon} tone={tone} />} words={say(words)} />
        ))}
        <Item sign={<SchemeTag scheme="http" />} words={say('legend.scheme')} />
        <Item sign={<Rail />} words={say('legend.rail')} />
      </Section>
      <Section title={say('explain.steps')}>
        {OUTCOMES.map((outcome) => (
          <Item
            key={outcome}
            sign={<Sign icon={STEP_ICON[outcome]} tone={`tone-${STEP_TONE[outcome]}`} />}
            words={say(`explain.step-${outcome}`)}
          />
        ))}
        <Item sign={<b>18</b>} words={say('legend.decider')} />
      </Section>
      <Section title={say('explain.parts')}>
        {STANDINGS.map((standing) => (
          <Item
            key={standing}
            sign={
              <Sign
                icon={STANDING_ICON[standing]}
                tone={standing === 'holds-back' ? 'tone-warn' : STANDING_ICON[standing] === 'cross' ? 'tone-bad' : 'tone-quiet'}
              />
            }
            words={say(`part.${standing}`)}
          />
        ))}
      </Section>
      <Section title={say('legend.cookies')}>
        {SHARES.map((share) => (
          <Item key={share} sign={SHARE_SIGN[share]} words={say(`legend.share.${share}`)} />
        ))}
      </Section>
      <Section title={say('view.sign-in')}>
        <Item sign={<code>{say('signin.id', { name: say('legend.example'), letter: 'A' })}</code>} words={say('legend.id')} />
        <Item sign={<i className="rail-sign signed-in" />} words={say('legend.signed-in')} />
        <Item sign={<i className="rail-sign" />} words={say('legend.anonymous')} />
        {FOLLOWED.map((what) => (
          <Item key={what} sign={MARKS[what]} words={say(`transaction.what.${what}`)} />
        ))}
      </Section>
      <Section title={say('view.findings')}>
        {SEVERITIES.map((severity) => (
          <Item
            key={severity}
            sign={<Sign icon={SEVERITY_STYLE[severity].icon} tone={`tone-${SEVERITY_STYLE[severity].tone}`} />}
            words={say(`legend.severity.${severity}`)}
          />
        ))}
      </Section>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** A sign, its name where it has one, and what it means. */
function Item({ sign, term, words }: { readonly sign: ReactNode; readonly term?: string; readonly words: string }) {
  return (
    <li>
      <span className="legend-sign" aria-hidden="true">
        {sign}
      </span>
      <span>
        {term !== undefined && <b>{term}: </b>}
        {words}
      </span>
    </li>
  );
}

function Sign({ icon, tone }: { readonly icon: IconName; readonly tone: string }) {
  return (
    <span className={tone}>
      <Icon name={icon} size={13} />
    </span>
  );
}

function Bead({ verdict, evidence }: { readonly verdict: ShownVerdict; readonly evidence: Basis }) {
  return (
    <span className={beadClass(verdict, evidence)}>
      <BeadFace name={say('legend.example')} verdict={verdict} evidence={evidence} />
    </span>
  );
}

const Rail = () => (
  <span className="rail-pair">
    <i className="rail start" />
    <i className="rail end" />
  </span>
);
