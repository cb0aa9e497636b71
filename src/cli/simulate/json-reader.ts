import { NotInFormat } from './not-in-format';

const SPACE = /[ \t\r\n]/;
const SCALAR_END = /[,\]} \t\r\n]/;

/** Takes a JSON text apart value by value, holding no more of it than the value at hand. */
export class JsonReader {
  readonly #chunks: AsyncIterator<string>;
  #buffer = '';
  #at = 0;
  #ended = false;

  constructor(chunks: AsyncIterable<string>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next character that is not white space, left where it is; empty at the end. */
  async peek(): Promise<string> {
    for (;;) {
      while (this.#at < this.#buffer.length) {
        const char = this.#buffer.charAt(this.#at);
        if (!SPACE.test(char)) return char;
        this.#at++;
      }
      if (!(await this.#more())) return '';
    }
  }

  async expect(char: string): Promise<void> {
    const found = await this.peek();
    if (found !== char) throw new NotInFormat(`expected ${char} but found ${found === '' ? 'the end of the file' : found}`);
    this.#at++;
  }

  /** Whether another element or member follows; takes the comma, or the closing bracket. */
  async another(close: string): Promise<boolean> {
    if ((await this.peek()) === close) {
      this.#at++;
      return false;
    }
    await this.expect(',');
    return true;
  }

  /** Takes the closing bracket of an empty list or object, if that is what comes. */
  async closes(close: string): Promise<boolean> {
    if ((await this.peek()) !== close) return false;
    this.#at++;
    return true;
  }

  async string(): Promise<string> {
    if ((await this.peek()) !== '"') throw new NotInFormat('expected a member name');
    return String(await this.value());
  }

  /** The next value, parsed. */
  async value(): Promise<unknown> {
    const text = await this.text();
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new NotInFormat(error instanceof Error ? error.message : 'not JSON');
    }
  }

  /** The text of the next value, its brackets and quotes balanced but otherwise unread. */
  async text(): Promise<string> {
    const first = await this.peek();
    if (first === '') throw new NotInFormat('the file ends too early');
    this.#buffer = this.#buffer.slice(this.#at);
    this.#at = 0;
    const end =
      first === '"' ? await this.#stringEnd(0) : first === '{' || first === '[' ? await this.#nestEnd() : await this.#scalarEnd();
    const text = this.#buffer.slice(0, end);
    this.#at = end;
    return text;
  }

  async #nestEnd(): Promise<number> {
    let depth = 0;
    for (let at = 0; ; at++) {
      if (at >= this.#buffer.length) await this.#need();
      switch (this.#buffer.charCodeAt(at)) {
        case 0x22:
          at = (await this.#stringEnd(at)) - 1;
          break;
        case 0x7b:
        case 0x5b:
          depth++;
          break;
        case 0x7d:
        case 0x5d:
          depth--;
          if (depth === 0) return at + 1;
          break;
      }
    }
  }

  async #stringEnd(start: number): Promise<number> {
    for (let at = start + 1; ; at++) {
      while (at >= this.#buffer.length) await this.#need();
      const code = this.#buffer.charCodeAt(at);
      if (code === 0x22) return at + 1;
      if (code === 0x5c) at++;
    }
  }

  async #scalarEnd(): Promise<number> {
    for (let at = 0; ; at++) {
      if (at >= this.#buffer.length && !(await this.#more())) return at;
      if (SCALAR_END.test(this.#buffer.charAt(at))) return at;
    }
  }

  async #need(): Promise<void> {
    if (!(await this.#more())) throw new NotInFormat('the file ends too early');
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const { value, done } = await this.#chunks.next();
    if (done === true) {
      this.#ended = true;
      return false;
    }
    this.#buffer = this.#buffer.slice(this.#at) + value;
    // Positions callers hold are counted from the start of the value, which `text` has put at 0.
    this.#at = 0;
    return true;
  }
}
