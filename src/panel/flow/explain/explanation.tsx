import { type KeyboardEvent, memo, type Ref } from 'react';
import type { CookieKey } from '../../../analysis/session/cookies/cookie-key';
import { say } from '../../../words/catalogue';
import { IconButton } from '../../shared/parts/button';
import { Pill } from '../../shared/parts/chips';
import { VisibleText } from '../../shared/parts/visible-text';
import type { DrawnBead } from '../../shared/presentation/bead-words';
import { isMaskable } from '../../shared/presentation/mask';
import { VERDICT_STYLE } from '../../shared/presentation/verdict-style';
import { useChoices } from '../../state/choices';
import type { Explained } from './explained';
import { ExplanationBody } from './explanation-body';

interface ExplanationProps {
  readonly bead: DrawnBead;
  readonly explained: Explained;
  /** The cookie as it is called everywhere; null = the jar as we know it has none such. */
  readonly cookie: CookieKey | null;
  readonly onMove: (by: 1 | -1) => void;
  readonly onClose: () => void;
  readonly onEscape: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** Why this became of this cookie: line, verdict, steps, parts, the other browsers, the fix. */
export const Explanation = memo(function Explanation(props: ExplanationProps) {
  const { bead, explained, cookie, onMove, onClose, onEscape, ref } = props;
  const key = cookie ?? bead.key;
  const revealed = useChoices((choices) => choices.revealed.has(key));
  const reveal = useChoices((choices) => choices.reveal);
  const style = VERDICT_STYLE[explained.verdict];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onEscape();
  };
  return (
    <section
      ref={ref ?? null}
      className="explanation"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Enter on a bead leads here, and it scrolls.
      tabIndex={0}
      aria-label={say('explain.label')}
      onKeyDown={onKeyDown}
    >
      <header className="pane-heading">
        <Pill
          tone={style.tone === 'plain' ? 'quiet' : style.tone}
          icon={style.icon}
          label={say(`verdict.${explained.verdict}.title`)}
        />
        <code className="ellipsis">
          <VisibleText text={bead.name} />
        </code>
        <span className="tone-quiet ellipsis" title={explained.place}>
          <VisibleText text={explained.place} />
        </span>
        <span className="spread" />
        {isMaskable(bead.value) && (
          <IconButton
            icon={revealed ? 'eye-off' : 'eye'}
            label={say(revealed ? 'explain.mask' : 'explain.reveal')}
            pressed={revealed}
            onPress={() => reveal(key, !revealed)}
          />
        )}
        <IconButton icon="left" label={say('explain.previous')} onPress={() => onMove(-1)} />
        <IconButton icon="right" label={say('explain.next')} onPress={() => onMove(1)} />
        <IconButton icon="cross" label={say('explain.close')} onPress={onClose} />
      </header>
      <ExplanationBody explained={explained} cookie={cookie} value={bead.value} revealed={revealed} />
    </section>
  );
});
