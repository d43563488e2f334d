// Time. Everything in the lab is in epoch milliseconds with a fraction, from one monotonic clock.
import { performance } from 'node:perf_hooks';

/** One step of sound. Voices, pictures and schedules move in such steps. */
export const TICK_MS = 20;

/** A machine that slept longer than this does not catch up; the gap is counted. */
const MAX_BEHIND_MS = 1000;

export const nowMs = () => performance.timeOrigin + performance.now();

/**
 * Calls onTick(n, lateMs) for n = 0, 1, 2 … , the n-th due at zero + 20 n. A late timer catches up:
 * no step is left out and none is moved, unless the process stood still for more than a second.
 */
export class Ticker {
  constructor(zeroMs, onTick, now = nowMs) {
    this.zero = zeroMs;
    this.onTick = onTick;
    this.now = now;
    this.n = 0;
    this.skipped = 0;
    this.timer = null;
  }

  start() {
    this.wait();
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = null;
  }

  wait() {
    const due = this.zero + this.n * TICK_MS;
    this.timer = setTimeout(() => this.run(), Math.max(0, due - this.now()));
  }

  run() {
    let behind = this.now() - (this.zero + this.n * TICK_MS);
    if (behind > MAX_BEHIND_MS) {
      const lost = Math.floor(behind / TICK_MS);
      this.skipped += lost;
      this.n += lost;
      behind -= lost * TICK_MS;
    }
    while (behind >= 0 && this.timer) {
      this.onTick(this.n++, behind);
      behind = this.now() - (this.zero + this.n * TICK_MS);
    }
    if (this.timer) this.wait();
  }
}
