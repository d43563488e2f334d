// What the door says. Pure: from the scenario's door and what was asked to a list of steps,
// each `{after, state}` (milliseconds after asking) or `{after, dialog}`.

const ANSWERS = { admit: 'admitted', deny: 'denied', time_out: 'timed_out', end: 'ended' };
const CLOSED = { not_found: 'not_found', sign_in: 'sign_in', blocked: 'blocked', full: 'full', ended: 'ended' };

/** The state that is there as soon as the page is, or null. */
export function onLoad(door) {
  return door.when === 'load' ? (CLOSED[door.kind] ?? null) : null;
}

function answered(door) {
  return door.answer === 'ignore' ? [] : [{ after: door.after, state: ANSWERS[door.answer] }];
}

const signedIn = (asked) => Object.keys(asked.tokens ?? {}).length > 0;

/** The steps that follow asking. */
export function onAsk(door, asked) {
  switch (door.kind) {
    case 'open':
      return answered(door);
    case 'lobby':
      return [{ after: 0, state: 'waiting' }, ...answered(door)];
    case 'host_missing':
      return [{ after: 0, state: 'waiting_for_host' }, ...answered(door)];
    case 'consent_gate':
      return door.answer === 'admit' ? [{ after: door.after, dialog: 'consent_gate' }] : answered(door);
    case 'passcode':
      if (String(asked.passcode ?? '') !== String(door.passcode)) return [{ after: 0, state: 'passcode_wrong' }];
      return answered(door);
    case 'sign_in':
      if (signedIn(asked)) return answered(door);
      return [{ after: 0, state: 'sign_in' }];
    default:
      return [{ after: door.after, state: CLOSED[door.kind] }];
  }
}

/** States after which nothing comes any more. */
export const FINAL = new Set([
  'denied', 'timed_out', 'removed', 'ended', 'not_found', 'blocked', 'full', 'left', 'disconnected',
]);
