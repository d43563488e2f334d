// Timers that end together, by name or all.

export class Timers {
  constructor() {
    this.set = new Map(); // handle -> name
  }

  after(ms, act, name = '') {
    const handle = setTimeout(() => {
      this.set.delete(handle);
      act();
    }, ms);
    this.set.set(handle, name);
  }

  cancel(name) {
    for (const [handle, of] of this.set) {
      if (of !== name) continue;
      clearTimeout(handle);
      this.set.delete(handle);
    }
  }

  close() {
    for (const handle of this.set.keys()) clearTimeout(handle);
    this.set.clear();
  }
}
