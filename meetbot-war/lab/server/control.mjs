// The control API: scenarios are made, watched, acted on and deleted here. Only on 127.0.0.1.
import http from 'node:http';
import { ScenarioError } from './scenario.mjs';

const MOST_BYTES = 4 << 20;

async function body(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MOST_BYTES) throw new ScenarioError('too long');
  }
  try {
    return text ? JSON.parse(text) : {};
  } catch (e) {
    throw new ScenarioError(`not JSON: ${e.message}`);
  }
}

function answer(response, status, json) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(json === null ? undefined : JSON.stringify(json));
}

async function create(registry, request) {
  const meeting = await registry.create(await body(request));
  return [201, { id: meeting.id, meetingUrl: meeting.url, code: meeting.code }];
}

async function act(meeting, request) {
  const deed = await body(request);
  if (!meeting.deeds.run(deed)) throw new ScenarioError(`cannot do ${deed.do}`);
  return [202, {}];
}

async function route(registry, request) {
  const [, root, id, part] = new URL(request.url, 'http://localhost').pathname.split('/');
  const verb = `${request.method} ${part ?? ''}`.trim();
  if (root === 'health') return [200, { ok: true }];
  if (root !== 'scenarios') return [404, { error: 'no such thing' }];
  if (!id && verb === 'POST') return create(registry, request);
  if (!id && verb === 'GET') return [200, [...registry.meetings.values()].map((m) => ({ id: m.id, phase: m.phase }))];
  const meeting = registry.get(id);
  if (!meeting) return [404, { error: 'no such scenario' }];
  switch (verb) {
    case 'GET': return [200, meeting.json()];
    case 'GET truth': return [200, meeting.truth.json()];
    case 'GET scenario': return [200, meeting.scenario];
    case 'POST do': return act(meeting, request);
    case 'DELETE': return [204, registry.remove(id) && null];
    default: return [405, { error: 'not so' }];
  }
}

export function controlServer(registry) {
  return http.createServer((request, response) => {
    route(registry, request)
      .then(([status, json]) => answer(response, status, json))
      .catch((e) => {
        const known = e instanceof ScenarioError;
        if (!known) console.error(e);
        answer(response, known ? 400 : 500, { error: e.message });
      });
  });
}
