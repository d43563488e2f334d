package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import dev.meetbot.engine.internal.capture.matroska.MatroskaReader;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import dev.meetbot.model.RecordingSpec;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of finalizing share: a store, a capture to write, and readers of what came out. */
abstract class FinalizerBench {
  static final TrackFormat OPUS = TrackFormat.opus();
  static final TrackFormat VP8 = TrackFormat.video(Codec.VP8, 640, 360);

  @TempDir Path temp;
  FolderStore store;
  FfmpegTool tool;

  @BeforeEach
  void open() {
    store = new FolderStore(temp.resolve("store"));
    tool = new FfmpegTool(temp);
  }

  FinalizedRecording finish(RecordingSpec spec) throws IOException {
    return finish(spec, "ffmpeg");
  }

  FinalizedRecording finish(RecordingSpec spec, String ffmpeg) throws IOException {
    FinalizerSettings settings =
        new FinalizerSettings(temp.resolve("work"), ffmpeg, "ffprobe", true);
    try (Finalizer finalizer = new Finalizer(store, settings)) {
      return finalizer.finish(
          new FinalizeRequest(CaptureKit.job(spec), "completed", null, "meeting_ended"));
    }
  }

  Path out(String name) {
    return store.path("acme/job-1/" + name);
  }

  JsonObject manifest() throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(out("manifest.json")))) {
      return reader.readObject();
    }
  }

  JsonObject entry(String name) throws IOException {
    return manifest().getJsonArray("files").getValuesAs(JsonObject.class).stream()
        .filter(f -> f.getString("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no file " + name));
  }

  static RecordingSpec spec(RecordingSpec.Layout layout) {
    return new RecordingSpec(
        RecordingSpec.Audio.PER_SPEAKER, RecordingSpec.Video.COMPOSED, layout, true, true, true);
  }

  static List<Packet> read(Path file) throws IOException {
    List<Packet> packets = new ArrayList<>();
    try (MatroskaReader reader = new MatroskaReader(Files.newInputStream(file))) {
      reader.forEachRemaining(packets::add);
    }
    return packets;
  }

  static String beep(int hz, double from, double to) {
    return "aevalsrc='0.5*sin(2*PI*%d*t)*between(t,%s,%s)':s=48000".formatted(hz, from, to);
  }

  static String loud(int bins) {
    return IntStream.range(0, bins).mapToObj(i -> "15").toList().toString();
  }
}
