import * as v from 'valibot';

/** What became of a Set-Cookie line. */
export const becameSchema = v.picklist([
  'stored',
  'replaced',
  'unchanged',
  'deleted',
  'deleted-nothing',
  'dead-on-arrival',
  'rejected',
  'expired',
  'evicted',
  'sent',
  'withheld',
  'unknown',
]);
