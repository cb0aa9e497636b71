import { toJsonSchema } from '@valibot/to-json-schema';
import { COOKIES_FORMAT, COOKIES_VERSION, ownCookiesSchema } from '../src/formats/cookies/own-cookies';
import { RECORDING_FORMAT, RECORDING_VERSION, recordingSchema } from '../src/formats/recording/own-recording';
import { DIFF_FORMAT, DIFF_VERSION, diffSchema } from '../src/report/model/diff-schema';
import { REPORT_FORMAT, REPORT_VERSION, reportSchema } from '../src/report/model/report-schema';
import { BASELINE_FORMAT, BASELINE_VERSION, baselineSchema } from '../src/report/policy/baseline';
import { CONFIG_NAME, CONFIG_VERSION, configSchema } from '../src/report/policy/config-schema';

/** The JSON Schemas of our own files, by the name of the file in `docs/schemas`. What only code can check is left out. */
export const schemaFiles = (): ReadonlyMap<string, string> =>
  new Map([
    [`${COOKIES_FORMAT}-${COOKIES_VERSION}.json`, schemaText(ownCookiesSchema, 'Cookies written by Cookie Flow')],
    [`${CONFIG_NAME}-${CONFIG_VERSION}.json`, schemaText(configSchema, 'Configuration of cookie-flow audit')],
    [`${REPORT_FORMAT}-${REPORT_VERSION}.json`, schemaText(reportSchema, 'A report of cookie-flow audit')],
    [`${DIFF_FORMAT}-${DIFF_VERSION}.json`, schemaText(diffSchema, 'Two recordings compared by cookie-flow diff')],
    [`${BASELINE_FORMAT}-${BASELINE_VERSION}.json`, schemaText(baselineSchema, 'Findings that cookie-flow audit takes as known')],
    [`${RECORDING_FORMAT}-${RECORDING_VERSION}.json`, schemaText(recordingSchema, 'A recording written by Cookie Flow')],
  ]);

function schemaText(schema: Parameters<typeof toJsonSchema>[0], title: string): string {
  const { $schema, ...rest } = toJsonSchema(schema, { errorMode: 'ignore' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
