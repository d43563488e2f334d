import os
import time
from meetbot import MeetBot

with MeetBot(api_key=os.environ["MEETBOT_API_KEY"]) as mb:
    job = mb.dispatch_bot(
        external_id="lesson-2026-05-09-pavel",
        meeting_url="https://meet.google.com/abc-defg-hij",
        display_name="Acme Notetaker",
    )
    print(f"dispatched {job.id} → {job.status}")

    while True:
        snapshot = mb.get_bot(job.id)
        assert snapshot is not None
        print(snapshot.status)
        if snapshot.status in ("completed", "failed", "cancelled"):
            print("manifest:", snapshot.manifest_uri)
            break
        time.sleep(5)
