// The meetings that there are, by id and by code.
import { Meeting } from './meeting.mjs';
import { complete, ScenarioError } from './scenario.mjs';

const MOST = 200;

export class Registry {
  constructor(platforms) {
    this.platforms = platforms;
    this.meetings = new Map();
  }

  async create(json) {
    const scenario = complete(json);
    const platform = this.platforms.get(scenario.platform);
    if (!platform) throw new ScenarioError(`no platform ${scenario.platform}`);
    if (this.meetings.size >= MOST) this.forget();
    const meeting = new Meeting({
      scenario, platform, code: platform.newCode(scenario), onOver: (m) => this.onOver?.(m),
    });
    meeting.url = platform.urlOf(meeting.code, scenario);
    this.meetings.set(meeting.id, meeting);
    try {
      return await meeting.prepare();
    } catch (e) {
      this.remove(meeting.id);
      throw e;
    }
  }

  forget() {
    const over = [...this.meetings.values()].find((m) => m.over);
    if (!over) throw new ScenarioError('too many scenarios at once');
    this.meetings.delete(over.id);
  }

  get(id) {
    return this.meetings.get(id);
  }

  byCode(platformId, code) {
    return [...this.meetings.values()].find((m) => m.platform.id === platformId && m.code === code && !m.over);
  }

  remove(id) {
    const meeting = this.meetings.get(id);
    meeting?.finish('deleted');
    return this.meetings.delete(id);
  }

  close() {
    [...this.meetings.keys()].forEach((id) => this.remove(id));
  }
}
