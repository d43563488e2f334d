// The line by which the product hears of the roster and of the call's end: text frames "3:::{...}".

export class Trouter {
  constructor(lab, host) {
    this.lab = lab;
    this.socket = new WebSocket(`wss://${host}/v4/c?tc=lab&timeout=40&scenario=${lab.config.scenarioId}`);
    this.socket.addEventListener('message', event => this.#frame(String(event.data)));
    this.socket.addEventListener('error', () => {});
  }

  /** Every request is acknowledged with its number. */
  #frame(text) {
    if (!text.startsWith('3:::')) return;
    const {id} = JSON.parse(text.slice(4));
    this.socket.send('3:::' + JSON.stringify({id, status: 200, headers: {'MS-CV': 'lab'}, body: ''}));
  }

  close() {
    this.socket.close();
  }
}

/** People who were there before: only this answer has them all. */
export async function conversation(lab) {
  const url = `https://api.flightproxy.teams.microsoft.com/api/v2/ep/conv.lab.test/conv/${lab.config.scenarioId}?scenario=${lab.config.scenarioId}`;
  try {
    const response = await fetch(url, {headers: {accept: 'application/json'}});
    return await response.json();
  } catch {
    return null;
  }
}
