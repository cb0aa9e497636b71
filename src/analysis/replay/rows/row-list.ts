import type { Row } from './exchange';

/** How many rows later a row can be told than it happened; beyond that the clock was set back. */
const DISORDER = 200;

/**
 * The rows in the order of time: one array that lives as long as the recording. A changed row is a new object at
 * the same place; rows may come in between and go again. `version` rises with every change.
 */
export class RowList {
  readonly rows: Row[] = [];
  #version = 0;
  #unchanged = 0;
  readonly #places = new Map<string, number>();

  get version(): number {
    return this.#version;
  }

  /** How many rows from the first one on are as they were when this was last called. */
  takeUnchanged(): number {
    const unchanged = this.#unchanged;
    this.#unchanged = this.rows.length;
    return unchanged;
  }

  place(id: string): number | null {
    return this.#places.get(id) ?? null;
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  /** Puts a row behind the last one that is not later than it. Rows come nearly in order, so this looks from the end. */
  insert(row: Row): void {
    const last = this.rows.length;
    let place = last;
    while (place > 0 && last - place < DISORDER && (this.rows[place - 1]?.at ?? 0) > row.at) place -= 1;
    this.insertAt(place, row);
  }

  /** Puts a row in front of the one with this id. */
  insertBefore(id: string, row: Row): void {
    this.insertAt(this.place(id) ?? this.rows.length, row);
  }

  replace(row: Row): void {
    const place = this.#places.get(row.id);
    if (place === undefined || this.rows[place] === row) return;
    this.rows[place] = row;
    this.#changed(place);
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.rows.splice(place, 1);
    this.#places.delete(id);
    this.#renumber(place);
  }

  private insertAt(place: number, row: Row): void {
    this.rows.splice(place, 0, row);
    this.#renumber(place);
  }

  #renumber(from: number): void {
    for (let place = from; place < this.rows.length; place++) {
      const row = this.rows[place];
      if (row) this.#places.set(row.id, place);
    }
    this.#changed(from);
  }

  #changed(from: number): void {
    this.#version += 1;
    this.#unchanged = Math.min(this.#unchanged, from);
  }
}
