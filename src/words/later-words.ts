import ask from './en/ask.json';
import audit from './en/audit.json';
import compare from './en/compare.json';
import diff from './en/diff.json';
import editor from './en/editor.json';
import files from './en/files.json';
import findings from './en/findings.json';
import formats from './en/formats.json';
import lab from './en/lab.json';
import session from './en/session.json';
import sets from './en/sets.json';
import signin from './en/signin.json';
import whatIf from './en/whatif.json';

/** Words that the panel's first view does not say: they come with what says them. */
export const LATER_WORDS = {
  ...ask,
  ...audit,
  ...compare,
  ...diff,
  ...editor,
  ...files,
  ...findings,
  ...formats,
  ...lab,
  ...session,
  ...sets,
  ...signin,
  ...whatIf,
};

export type LaterWords = typeof LATER_WORDS;
