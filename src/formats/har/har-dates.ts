const FORM = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,12}))?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** In milliseconds no recording is older than March 1973: a smaller number is of seconds. */
const EARLIEST = 1e11;

/**
 * The time of a HAR's date in milliseconds since 1970: with any number of digits behind the second (Fiddler writes seven), with
 * an offset or without (then UTC), as HTTP writes it, or as a number. Null = it is no date.
 */
export function harDate(date: unknown): number | null {
  if (typeof date === 'number') return date >= 0 && date <= 8.64e15 ? (date < EARLIEST ? date * 1000 : date) : null;
  if (typeof date !== 'string') return null;
  if (/^[A-Z][a-z]{2}, .* GMT$/.test(date)) return Number.isNaN(Date.parse(date)) ? null : Date.parse(date);
  const [, day, time, fraction = '', zone = 'Z'] = FORM.exec(date.trim()) ?? [];
  if (day === undefined || time === undefined) return null;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const ms = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}${offset}`);
  return Number.isNaN(ms) ? null : ms + Number(`0.${fraction}`) * 1000;
}
