import { bytes } from '../../analysis/engine/base/bytes';
import { instant } from '../../analysis/engine/base/units';
import { type Command, EXIT } from '../command/command';
import { readStandardInput } from '../command/files';
import { decoded } from '../decode/decoded';

export const decodeCommand: Command = {
  name: 'decode',
  summary: 'Takes the wrappings off a cookie’s value: URL, base64, JSON, JWT and what frameworks make.',
  operands: 'VALUE | -',
  count: [1, 1],
  options: [],
  examples: [
    { line: "cookie-flow decode 's%3Aabc.9fX'", says: 'What a value is made of. Signatures are not verified.' },
    { line: 'pbpaste | cookie-flow decode -', says: 'From standard input, so that no secret is left in the shell’s history.' },
  ],
  run({ operands: [value = ''] }, { out, paint }) {
    const given = value === '-' ? readStandardInput().replace(/\r?\n$/, '') : value;
    out(decoded(bytes(given), instant(Date.now()), paint));
    return EXIT.done;
  },
};
