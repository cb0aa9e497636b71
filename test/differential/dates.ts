import type { Chance } from './random';

const ORDINARY = [
  'Wed, 21 Oct 2037 07:28:00 GMT',
  'Tue, 05 Jan 2027 10:00:00 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Mon, 10-May-2027 00:00:01 GMT',
];

const ODD = [
  'Wed, 21 Oct 37 07:28:00 GMT',
  'Wednesday, 21-Oct-37 07:28:00 GMT',
  'Wed Oct 21 07:28:00 2037',
  '2037 Oct 21 07:28:00',
  '21 oct 2037 7:8:9 GMT',
  'Wed, 21 October 2037 07:28:00 GMT',
  'Wed, 31 Dec 9999 23:59:59 GMT',
  'Mon, 01 Jan 1601 00:00:00 GMT',
  'Fri, 05 Jan 69 10:00:00 GMT',
  'Fri, 05 Jan 70 10:00:00 GMT',
  'garbage',
  '',
  '0',
  '-1',
  'Wed, 21 Foo 2037 07:28:00 GMT',
  'Wed, 32 Oct 2037 07:28:00 GMT',
  'Wed, 21 Oct 2037 25:28:00 GMT',
  '"Wed, 21 Oct 2037 07:28:00 GMT"',
];

/** Forms on which NSPR's reader and the standard's part ways. */
const STRANGE = [
  'Fri, 31 Apr 2037 10:00:00 GMT',
  'Wed, 21 Oct 2037 24:00:00 GMT',
  'Wed, 21 Oct 2037 07:28:60 GMT',
  'Wed, 21 Oct 2037 07:28:00 PST',
  'Wed, 21 Oct 2037 07:28:00 GMT+0100',
  'Wed, 21 Oct 2037 07:28:00 -0800',
  'Wed, 21 Oct 2037 07:28:00 CET',
  'Wed, 21 Oct 2037 07:28:00 PM',
  'Wed, 21 Oct 31841 07:28:00 GMT',
  'Wed, 21 Oct 1600 07:28:00 GMT',
  'Wed, 21 Oct 202 07:28:00 GMT',
  'Wed, 21 Oct 7 07:28:00 GMT',
  'Wed, 12st Oct 2037 07:28:00 GMT',
  '2037-10-21T07:28:00Z',
  'Wed, 21 Oct 2037 07:28 GMT',
  '05/01/2027 10:00:00',
];

/** The text of an Expires attribute. */
export function dateValue(chance: Chance, ordinary: boolean): string {
  if (ordinary) return chance.pick(ORDINARY);
  return chance.yes(0.5) ? composedDate(chance) : chance.pick([...ORDINARY, ...ODD, ...STRANGE]);
}

const WEEKDAYS = ['', '', 'Wed, ', 'Wednesday, ', 'Wed ', 'xyz, ', 'Sat,'];
const MONTHS = [
  'Jan',
  'Feb',
  'MAR',
  'apr',
  'May',
  'June',
  'july',
  'Aug',
  'Sept',
  'October',
  'nov',
  'Dec',
  'Octxyz',
  '02',
  '10',
  'Foo',
];
const YEARS = ['2037', '2027', '2100', '37', '27', '69', '70', '99', '00', '1969', '1971', '1999', '7', '202', '1601', '275761'];
const JOINTS = [' ', ' ', ' ', '-', '-', '  ', ',', '/', '.', '\t', '+', ''];
const ZONES = [
  'GMT',
  'GMT',
  'GMT',
  'UTC',
  'UT',
  'Z',
  'PST',
  'CET',
  'EDT',
  '+0200',
  '-0500',
  '+01 -0500',
  'GMT+1',
  'PM',
  'am',
  '',
];
const MARGINS = ['', '', '', '', ' ', '\t', 'x', '"'];

/** A date put together from parts that each may be off: what readers of dates differ in is how parts meet. */
export function composedDate(chance: Chance): string {
  const joint = chance.pick(JOINTS);
  const date = ordered(chance, [dayText(chance), chance.pick(MONTHS), chance.pick(YEARS)]).join(joint);
  const time = timeText(chance);
  const parts = chance.yes(0.2) ? [time, date] : [date, time];
  const text = [chance.pick(WEEKDAYS) + parts.filter((part) => part !== '').join(' '), chance.pick(ZONES)];
  return chance.pick(MARGINS) + text.join(chance.yes(0.9) ? ' ' : '') + chance.pick(MARGINS);
}

function ordered<T>(chance: Chance, [day, month, year]: readonly [T, T, T]): readonly T[] {
  return chance.pick([
    [day, month, year],
    [day, month, year],
    [day, month, year],
    [month, day, year],
    [year, month, day],
  ]);
}

function dayText(chance: Chance): string {
  const day = String(chance.yes(0.9) ? 1 + chance.below(28) : chance.below(75));
  return (chance.yes(0.5) ? day.padStart(2, '0') : day) + (chance.yes(0.08) ? chance.pick(['st', 'th', 'x']) : '');
}

function timeText(chance: Chance): string {
  const digits = (most: number) => {
    const text = String(chance.below(most));
    return chance.yes(0.8) ? text.padStart(2, '0') : text;
  };
  const clock = [digits(chance.yes(0.95) ? 24 : 30), digits(chance.yes(0.97) ? 60 : 70), digits(chance.yes(0.97) ? 60 : 70)];
  if (chance.yes(0.1)) clock.pop();
  return chance.yes(0.03)
    ? ''
    : clock.join(chance.yes(0.97) ? ':' : '.') + chance.pick(['', '', '', '', '', '', '.5', 'x', '+01', ':7']);
}
