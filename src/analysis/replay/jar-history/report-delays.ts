/** How late a change is reported at most, in ms: the handler's clock runs behind the request's time stamp. */
export const REPORTED_LATE = 300;
/** How late a busy browser reports a change or a response, in ms: with both cores taken, Firefox was seen to take longer than that. */
export const REPORTED_AT_LATEST = 5_000;
