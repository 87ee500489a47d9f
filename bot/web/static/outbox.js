// What the citizen has sent and the gateway has not taken in yet. It goes in order, again and again, until it arrives.

import { Refused } from "./conversation.js";
import { pause, wakeAll } from "./pause.js";

const AGAIN_AFTER = [1000, 2000, 4000, 8000, 15_000];

export class Outbox {
  #waiting = [];
  #isRunning = false;
  #why = null;
  #deliver;
  #excuse;
  #changed;

  // deliver(entry) hands one over; excuse(error) says why it did not arrive; changed() is told of every change.
  constructor(deliver, excuse, changed) {
    this.#deliver = deliver;
    this.#excuse = excuse;
    this.#changed = changed;
  }

  get entries() {
    return [...this.#waiting];
  }

  get isHeldUp() {
    return this.#why !== null;
  }

  get isSending() {
    return this.#waiting.length > 0 && !this.isHeldUp;
  }

  put(entry) {
    this.#waiting.push(entry);
    if (this.isHeldUp) this.#mark(entry);
    else entry.echo.freed();
    this.#changed();
    if (!this.#isRunning) this.#run();
  }

  clear() {
    this.#waiting = [];
    this.#why = null;
    wakeAll();
  }

  async #run() {
    this.#isRunning = true;
    for (let failures = 0; this.#waiting.length > 0; ) {
      const entry = this.#waiting[0];
      try {
        await this.#deliver(entry);
        failures = 0;
        this.#leave(entry);
      } catch (error) {
        if (!this.#waiting.includes(entry)) continue;
        if (error instanceof Refused && !error.isPassing) {
          this.#turnDown(entry, error);
          continue;
        }
        this.#hold(error);
        await pause(AGAIN_AFTER[Math.min(failures++, AGAIN_AFTER.length - 1)]);
      }
    }
    this.#isRunning = false;
  }

  #leave(entry) {
    this.#waiting = this.#waiting.filter((one) => one !== entry);
    entry.echo.freed();
    this.#free();
  }

  #free() {
    this.#why = null;
    for (const one of this.#waiting) one.echo.freed();
    this.#changed();
  }

  #mark(entry) {
    entry.echo.held(this.#why, () => {
      this.#free();
      wakeAll();
    });
  }

  #turnDown(entry, error) {
    this.#leave(entry);
    entry.echo.held(this.#excuse(error), () => this.put(entry));
  }

  #hold(error) {
    const why = this.#excuse(error);
    if (why === this.#why) return;
    this.#why = why;
    for (const one of this.#waiting) this.#mark(one);
    this.#changed();
  }
}
