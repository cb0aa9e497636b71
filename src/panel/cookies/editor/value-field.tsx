import { useEffect, useMemo, useRef, useState } from 'react';
import { bytes, text } from '../../../analysis/engine/base/bytes';
import { instant } from '../../../analysis/engine/base/units';
import type { Layer } from '../../../analysis/session/values/reading';
import { readToken } from '../../../analysis/session/values/token';
import { say } from '../../../words/catalogue';
import { listText } from '../../../words/format';
import { Bullets } from '../../flow/explain/raw-line';
import { Button } from '../../shared/parts/button';
import { visibleString } from '../../shared/parts/visible';
import { VisibleText } from '../../shared/parts/visible-text';
import { maskedHead } from '../../shared/presentation/mask';
import { codedValue, decodedValue, formsOf, type ValueForm } from './value-form';

interface ValueFieldProps {
  readonly id: string;
  /** As it is when the form opens. */
  readonly value: string;
  /** It is masked until the reader reveals it. */
  readonly masked: boolean;
  /** @param value null = what stands there is no JSON where it must be */
  readonly onChange: (value: string | null) => void;
}

/** A value as it is, or with its codings taken off: what is edited then is coded as before. */
export function ValueField({ masked, ...field }: ValueFieldProps) {
  const [isMasked, setMasked] = useState(masked);
  if (!isMasked) return <OpenField {...field} focused={masked} />;
  return (
    <>
      <output id={field.id} className="mono">
        <VisibleText text={text(maskedHead(bytes(field.value)))} />
        <Bullets />
      </output>
      <Button label={say('explain.reveal')} icon="eye" onPress={() => setMasked(false)} />
    </>
  );
}

interface OpenFieldProps extends Omit<ValueFieldProps, 'masked'> {
  /** It has the focus when it appears. */
  readonly focused: boolean;
}

function OpenField({ id, value: first, focused, onChange }: OpenFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) area.current?.focus();
  }, [focused]);
  const [value, setValue] = useState(first);
  const [form, setForm] = useState<ValueForm>([]);
  const [shown, setShown] = useState(first);
  /** As it was when its form was chosen. */
  const [before, setBefore] = useState(first);
  const forms = formsOf(value);
  const show = (next: ValueForm) => {
    setForm(next);
    setBefore(value);
    setShown(decodedValue(value, next));
    onChange(value);
  };
  const edit = (edited: string) => {
    setShown(edited);
    const coded = codedValue(edited, form, before);
    if (coded !== null) setValue(coded);
    onChange(coded);
  };
  return (
    <>
      <textarea
        ref={area}
        id={id}
        className="mono"
        rows={Math.min(10, Math.max(2, rowsOf(shown)))}
        spellCheck={false}
        value={shown}
        onChange={({ target }) => edit(target.value)}
      />
      {(forms.length > 1 || form.length > 0) && (
        <select
          aria-label={say('editor.value-as')}
          value={form.join(' ')}
          onChange={({ target }) => show(forms.find((each) => each.join(' ') === target.value) ?? [])}
        >
          {(forms.some((each) => each.join() === form.join()) ? forms : [...forms, form]).map((each) => (
            <option key={each.join(' ')} value={each.join(' ')}>
              {each.length === 0 ? say('editor.raw') : listText(each.map((coding) => say(`editor.coding.${coding}`)))}
            </option>
          ))}
        </select>
      )}
      <TokenParts value={value} />
    </>
  );
}

/** Letters that a row of the field has room for, about. */
const ROW = 70;

const rowsOf = (text: string): number =>
  text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / ROW)), 0);

/** What a JWT says, to be read only: a changed one has no valid signature. */
function TokenParts({ value }: { readonly value: string }) {
  const parts = useMemo(() => jwtIn(value), [value]);
  if (parts === null) return null;
  return (
    <div className="token-parts">
      <span className="tone-quiet">{say('editor.jwt')}</span>
      {parts.map(({ name, text }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it.
        <pre key={name} tabIndex={0} data-part={`jwt-${name}`}>
          {(text ?? '').split('\n').map(visibleString).join('\n')}
        </pre>
      ))}
    </div>
  );
}

function jwtIn(value: string): Layer['parts'] | null {
  if (!value.includes('.')) return null;
  const { layer } = readToken(bytes(value), { at: instant(0), cookieExpires: null });
  const layers = (each: Layer): readonly Layer[] => [each, ...each.inside.flatMap(layers)];
  return (
    layers(layer)
      .find(({ format }) => format === 'jwt')
      ?.parts.filter(({ text }) => text !== null) ?? null
  );
}
