import type { TokenPart } from './reading';

/** Indenting JSON that is nested deeper would multiply its size: 4 kB of brackets would become 8 MB. */
const DEEPEST_INDENTED = 16;

/**
 * A piece of a layer that is JSON. Its indented text is made when somebody asks for it: most readings only want notes.
 * @param octets of the JSON as it was sent
 */
export const jsonPart = (name: string, json: unknown, octets: number): TokenPart => ({
  name,
  octets,
  get text() {
    return JSON.stringify(json, null, isDeeper(json, DEEPEST_INDENTED) ? 0 : 2);
  },
});

function isDeeper(json: unknown, than: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return than === 0 || Object.values(json).some((each) => isDeeper(each, than - 1));
}
