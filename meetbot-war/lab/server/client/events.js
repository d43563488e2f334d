// Handlers by type. What comes before anybody listens is kept and told to the first who does.
const MOST_KEPT = 300;

export class Events {
  constructor() {
    this.handlers = new Map();
    this.kept = new Map();
  }

  on(type, handler) {
    const list = this.handlers.get(type) ?? [];
    this.handlers.set(type, [...list, handler]);
    const kept = this.kept.get(type) ?? [];
    this.kept.delete(type);
    kept.forEach((data) => handler(data));
    return this;
  }

  off(type, handler) {
    this.handlers.set(type, (this.handlers.get(type) ?? []).filter((h) => h !== handler));
  }

  handles(type) {
    return (this.handlers.get(type) ?? []).length > 0;
  }

  emit(type, data) {
    const list = this.handlers.get(type);
    if (list) {
      list.forEach((handler) => handler(data));
      return;
    }
    const kept = this.kept.get(type) ?? [];
    if (kept.length < MOST_KEPT) this.kept.set(type, [...kept, data]);
  }
}
