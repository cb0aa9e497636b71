import type { Socket } from 'node:net';

/** A request as it came, one character an octet. */
export interface Head {
  readonly method: string;
  readonly target: string;
  /** By lower-case name; a repeated one is joined as Cookie is. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Reads requests off a connection, raw, since Node's own server would refuse or decode odd octets. */
export function heads(socket: Socket, each: (head: Head) => void): void {
  let buffer = '';
  socket.on('data', (chunk: Buffer) => {
    buffer += chunk.toString('latin1');
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      if (end === -1) return;
      const [line = '', ...fields] = buffer.slice(0, end).split('\r\n');
      const headers = new Map<string, string>();
      for (const field of fields) {
        const colon = field.indexOf(':');
        const name = field.slice(0, colon).toLowerCase();
        const value = field.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '');
        const before = headers.get(name);
        headers.set(name, before === undefined ? value : `${before}; ${value}`);
      }
      const size = Number(headers.get('content-length') ?? 0);
      if (buffer.length < end + 4 + size) return;
      const body = buffer.slice(end + 4, end + 4 + size);
      buffer = buffer.slice(end + 4 + size);
      const [method = '', target = ''] = line.split(' ');
      each({ method, target, headers, body });
    }
  });
}
