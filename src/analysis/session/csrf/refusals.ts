/** Answers by which a check against forged requests turns one down: 419 is Laravel’s. */
export const REFUSALS_OF_FORGERY: ReadonlySet<number | null> = new Set([400, 401, 403, 419, 422]);
