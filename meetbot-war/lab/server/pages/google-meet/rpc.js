// The roster that the product fetches at the start of a call and about once a minute after.

const METHOD = '/$rpc/google.rtc.meetings.v1.MeetingSpaceService/SyncMeetingSpaceCollections';
const AGAIN_MS = 60000;
const SETTLE_MS = 300;

async function sync(lab) {
  const body = new URLSearchParams({scenario: lab.config.scenarioId});
  try {
    const response = await fetch(location.origin + METHOD, {
      method: 'POST', headers: {'content-type': 'application/x-protobuf', 'x-lab-scenario': lab.config.scenarioId}, body: body.toString(),
    });
    await response.text();
  } catch {
    // a call goes on without it
  }
}

export function syncLoop(lab) {
  const soon = setTimeout(() => sync(lab), SETTLE_MS);
  const timer = setInterval(() => sync(lab), AGAIN_MS);
  return () => {
    clearTimeout(soon);
    clearInterval(timer);
  };
}
