package dev.meetbot.lab.chaos;

import dev.meetbot.lab.chaos.JobRecord.Recorded;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.measure.Sound;
import dev.meetbot.lab.measure.ToneEnvelope;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.truth.Span;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is there of each job when everything is over. */
final class Evidence {
  private final JobsClient client;
  private final World world;
  private final Path folder;

  Evidence(JobsClient client, World world, Path folder) {
    this.client = client;
    this.world = world;
    this.folder = folder;
  }

  JobRecord of(JsonObject job) {
    String id = job.getString("id");
    Set<String> arrived =
        world.receiver.accepted(id).stream()
            .map(ReceivedWebhook::deliveryId)
            .collect(Collectors.toSet());
    return new JobRecord(job, client.deliveries(id), arrived, recorded(id));
  }

  /** What the guest's own tracks hold, laid on one line of time. */
  private Recorded recorded(String id) {
    Recording recording;
    try {
      recording = client.download(id, folder.resolve(id));
    } catch (RuntimeException e) {
      return Recorded.NOTHING; // a bot that never recorded has no files
    }
    List<Span> spoken = new ArrayList<>();
    for (RecordedFile file : recording.files("audio")) {
      for (Span span : ToneEnvelope.of(Sound.of(file.path()), World.VOICE.hz()).spans()) {
        spoken.add(span.shift(recording.startedAtMs() + file.offsetMs()));
      }
    }
    spoken.sort(Comparator.comparingDouble(Span::startMs));
    return spoken.isEmpty() ? Recorded.NOTHING : joined(spoken);
  }

  static Recorded joined(List<Span> spoken) {
    double until = spoken.get(0).endMs();
    double gap = 0;
    for (Span span : spoken) {
      gap = Math.max(gap, span.startMs() - until);
      until = Math.max(until, span.endMs());
    }
    return new Recorded(spoken.get(0).startMs(), until, gap);
  }
}
