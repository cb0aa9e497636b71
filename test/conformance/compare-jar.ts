import type { FormFields } from '../../src/cli/simulate/case-form';

const EXACT = ['value', 'secure', 'httpOnly', 'sameSite', 'session', 'priority', 'partitioned'] as const;
const TOLERANCE = 3;

/** How the jar we have differs from the one that was recorded. */
export function jarProblems(expected: readonly FormFields[], got: readonly FormFields[]): readonly string[] {
  const found: string[] = [];
  const rest = [...got];
  for (const cookie of expected) {
    const at = rest.findIndex((own) => keyOf(own, cookie.lossy === true) === keyOf(cookie, cookie.lossy === true));
    const own = rest[at];
    if (own === undefined) {
      found.push(`jar lacks ${JSON.stringify(cookie)}`);
      continue;
    }
    rest.splice(at, 1);
    found.push(...differences(cookie, own));
  }
  return [...found, ...rest.map((cookie) => `jar has ${JSON.stringify(cookie)}`)];
}

function differences(expected: FormFields, own: FormFields): readonly string[] {
  const name = String(expected.name);
  const found = EXACT.filter((field) => expected[field] !== undefined || field === 'priority').flatMap((field) =>
    // DevTools could not show these octets.
    (field === 'value' && expected.lossy === true) ||
    (field === 'priority' && !('bytesFrom' in expected || 'priority' in expected)) ||
    own[field] === expected[field]
      ? []
      : [`${name}: ${field} ${JSON.stringify(own[field])}, expected ${JSON.stringify(expected[field])}`],
  );
  const apart =
    expected.expires === null || own.expires === null
      ? 0
      : Date.parse(String(expected.expires)) - Date.parse(String(own.expires));
  const apartIn = Number(expected.expiresIn) - Number(own.expiresIn);
  if (Math.abs(apart) <= TOLERANCE * 1000 || Math.abs(apartIn) <= TOLERANCE) return found;
  return [...found, `${name}: expires ${own.expires}, expected ${expected.expires}`];
}

/** Where octets could not be shown, only what is plain ASCII by its nature is compared. */
function keyOf({ name, domain, hostOnly, path, partitionKey }: FormFields, lossy: boolean): string {
  return JSON.stringify([lossy || name, domain, hostOnly, lossy || path, partitionKey]);
}
