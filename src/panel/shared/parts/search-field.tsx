import { Icon } from './icon';

interface SearchFieldProps {
  readonly value: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onChange: (value: string) => void;
}

/** The field that narrows a view by words; Escape empties it. Its id is where the key for the filter leads. */
export function SearchField({ value, label, placeholder, onChange }: SearchFieldProps) {
  return (
    <div className="filter-field">
      <Icon name="funnel" size={13} />
      <input
        id="filter"
        type="text"
        spellCheck={false}
        autoComplete="off"
        value={value}
        aria-label={label}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          onChange('');
        }}
      />
    </div>
  );
}
