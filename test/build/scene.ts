import { wireRequest } from './wire';
import { World, type WorldOptions } from './world';
import type { WorldPanel } from './world-panel';

export const kinds = ({ log }: WorldPanel) => log.facts.map(({ kind }) => kind);
export const urls = ({ log }: WorldPanel) => log.facts.flatMap((fact) => (fact.kind === 'request-sent' ? fact.url : []));
export const seqs = ({ log }: WorldPanel) => log.facts.map(({ seq }) => seq);
/** The facts about requests, each with its hop. */
export const hops = ({ log }: WorldPanel) => log.facts.flatMap((fact) => ('hop' in fact ? `${fact.kind} ${fact.hop}` : []));

/** A whole request, answered and ended. */
export function exchange(
  world: World,
  id: string,
  fields: Parameters<typeof wireRequest>[1] = {},
  setCookie: readonly string[] = [],
): void {
  const event = wireRequest(id, { at: world.now, ...fields });
  world.request('sending', { ...event, requestHeaders: [{ name: 'Cookie', value: 'a=1' }] });
  world.request('received', {
    ...event,
    statusCode: 200,
    responseHeaders: setCookie.map((value) => ({ name: 'Set-Cookie', value })),
  });
  world.request('completed', { ...event, statusCode: 200, fromCache: false });
}

/** DevTools open on tab 1 with a panel that has been told everything. */
export async function recording(
  options: WorldOptions = {},
): Promise<{ world: World; panel: WorldPanel; closeDevtools: () => void }> {
  const world = new World(options);
  world.frames.set(1, [{ frameId: 0, parentFrameId: -1, url: 'https://a.example/' }]);
  const closeDevtools = world.devtools(1);
  await world.pass(200);
  const panel = world.panel(1);
  await world.pass(50);
  return { world, panel, closeDevtools };
}
