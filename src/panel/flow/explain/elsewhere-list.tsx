import { Icon } from '../../shared/parts/icon';
import { EvidenceTag } from '../../shared/presentation/evidence-tag';
import type { Elsewhere } from './elsewhere';

/** What the other browser would do with the same cookie in the same place. */
export function ElsewhereList({ elsewhere }: { readonly elsewhere: readonly Elsewhere[] }) {
  return (
    <ul className="elsewhere" data-testid="other-browsers">
      {elsewhere.map((one) => (
        <li key={one.profile}>
          <b>{one.name}</b>
          {one.words && (
            <span className={`verdict-words tone-${one.tone}`}>
              <Icon name={one.icon} size={13} />
              {one.words}
            </span>
          )}
          <EvidenceTag evidence={one.evidence} />
          {one.because && <span className="tone-quiet">{one.because}</span>}
          {one.assumes && <span className="tone-quiet">{one.assumes}</span>}
        </li>
      ))}
    </ul>
  );
}
