import about from './en/about.json';
import ask from './en/ask.json';
import attributes from './en/attributes.json';
import audit from './en/audit.json';
import compare from './en/compare.json';
import cookies from './en/cookies.json';
import diff from './en/diff.json';
import editor from './en/editor.json';
import explain from './en/explain.json';
import files from './en/files.json';
import findings from './en/findings.json';
import flow from './en/flow.json';
import formats from './en/formats.json';
import grant from './en/grant.json';
import keys from './en/keys.json';
import lab from './en/lab.json';
import legend from './en/legend.json';
import roles from './en/roles.json';
import session from './en/session.json';
import sets from './en/sets.json';
import signin from './en/signin.json';
import whatIf from './en/whatif.json';

/** Words that the panel's first view does not say: they come with what says them. */
export const LATER_WORDS = {
  ...about,
  ...ask,
  ...attributes,
  ...audit,
  ...compare,
  ...cookies,
  ...diff,
  ...editor,
  ...explain,
  ...files,
  ...findings,
  ...flow,
  ...formats,
  ...grant,
  ...keys,
  ...lab,
  ...legend,
  ...roles,
  ...session,
  ...sets,
  ...signin,
  ...whatIf,
};

export type LaterWords = typeof LATER_WORDS;
