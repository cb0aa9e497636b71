const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_CODE = 128;

/**
 * A host name in Unicode as it is asked for: in lower case, each label with letters beyond ASCII in Punycode.
 * @param name decoded text; whether it may be a host name at all is not looked at
 * @see RFC 3492 §6.3; UTS #46 in so far as lower case, composition and full stops go
 */
export const asciiHost = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKC')
    .split(/[.\u3002\uff0e\uff61]/)
    .map((label) => (/[\u0080-\uffff]/.test(label) ? `xn--${encoded(label)}` : label))
    .join('.');

function encoded(label: string): string {
  const points = [...label].map((character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < INITIAL_CODE);
  let output = String.fromCodePoint(...basic);
  if (basic.length > 0) output += '-';
  let handled = basic.length;
  let code = INITIAL_CODE;
  let delta = 0;
  let bias = INITIAL_BIAS;
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (handled + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta += 1;
      if (point !== code) continue;
      output += variableLength(delta, bias);
      bias = adapted(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    code += 1;
  }
  return output;
}

function variableLength(delta: number, bias: number): string {
  let output = '';
  let rest = delta;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
    if (rest < threshold) return output + digit(rest);
    output += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

function adapted(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** a to z, then 0 to 9. */
const digit = (value: number): string => String.fromCharCode(value < 26 ? 97 + value : 22 + value);
