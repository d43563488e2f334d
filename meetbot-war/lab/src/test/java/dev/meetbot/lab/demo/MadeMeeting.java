package dev.meetbot.lab.demo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.meetbot.lab.measure.Ffmpeg;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import dev.meetbot.lab.truth.GuestTruth;
import dev.meetbot.lab.truth.SentSample;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A flawless recording of the written schedule, made by ffmpeg; tests then spoil it. */
final class MadeMeeting {
  static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
  static final double ZERO = Instant.parse("2026-01-01T12:00:00Z").toEpochMilli();
  private static final int SECONDS = 30;
  private static final String[] BRIGHT = {"0xFFAEAE", "0xAEFFAE", "0xAEAEFF"};
  private static final String[] DARK = {"0x673232", "0x326732", "0x323267"};

  private final Path dir;
  private final List<String[]> files = new ArrayList<>();
  private final List<Speech> speeches = new ArrayList<>();

  MadeMeeting(Path dir) {
    this.dir = dir;
    for (int i = 0; i < Stage.VOICES.size(); i++) {
      speeches.add(new Speech(Stage.VOICES.get(i), Schedule.of(i, ZERO, SECONDS)));
    }
  }

  /** Makes every file and the manifest. */
  void make() {
    for (int i = 0; i < speeches.size(); i++) {
      String name = speeches.get(i).voice().name();
      String file = "audio." + name.toLowerCase(Locale.ROOT) + ".webm";
      ffmpeg(
          "-f",
          "lavfi",
          "-i",
          tone(i),
          "-c:a",
          "libopus",
          "-b:a",
          "32k",
          dir.resolve(file).toString());
      files.add(new String[] {file, "audio", name});
      String video = "video." + name.toLowerCase(Locale.ROOT) + ".webm";
      ffmpeg(
          "-f",
          "lavfi",
          "-i",
          "color=c=" + DARK[i] + ":s=640x360:r=15:d=" + SECONDS,
          "-c:v",
          "libvpx",
          "-deadline",
          "realtime",
          "-cpu-used",
          "8",
          dir.resolve(video).toString());
      files.add(new String[] {video, "participant_video", name});
    }
    compose();
    text("timeline.json", "timeline", timeline().toString());
    text("chat.jsonl", "chat", "{\"sender\":\"Ada\",\"atMs\":1000,\"text\":\"</script><b>hi\"}\n");
    manifest();
  }

  private void compose() {
    StringBuilder graph = new StringBuilder("[0:v]");
    List<String> inputs = new ArrayList<>();
    inputs.addAll(List.of("-f", "lavfi", "-i", "color=c=0x404040:s=1280x720:r=15:d=" + SECONDS));
    for (int i = 0; i < 3; i++) {
      inputs.addAll(
          List.of("-f", "lavfi", "-i", "color=c=" + BRIGHT[i] + ":s=400x225:r=15:d=" + SECONDS));
      graph.append(
          String.format("[%d:v]overlay=x=%d:y=20:enable='%s'", i + 1, 10 + i * 420, gate(i)));
      graph.append(i < 2 ? "[v" + i + "];[v" + i + "]" : "[v]");
    }
    for (int i = 0; i < 3; i++) {
      inputs.addAll(List.of("-f", "lavfi", "-i", tone(i)));
    }
    graph.append(";[4:a][5:a][6:a]amix=inputs=3[a]");
    List<String> command = new ArrayList<>(inputs);
    command.addAll(
        List.of(
            "-filter_complex",
            graph.toString(),
            "-map",
            "[v]",
            "-map",
            "[a]",
            "-c:v",
            "libvpx",
            "-deadline",
            "realtime",
            "-cpu-used",
            "8",
            "-b:v",
            "1M",
            "-c:a",
            "libopus",
            dir.resolve("video.webm").toString()));
    ffmpeg(command.toArray(String[]::new));
    files.add(new String[] {"video.webm", "video", ""});
  }

  private String tone(int guest) {
    return String.format(
        Locale.ROOT,
        "aevalsrc='0.3*sin(2*PI*%.0f*t)*(%s)':s=48000:d=%d",
        speeches.get(guest).voice().hz(),
        gate(guest),
        SECONDS);
  }

  private String gate(int guest) {
    List<String> parts = new ArrayList<>();
    for (Span s : Span.shift(speeches.get(guest).spans(), -ZERO)) {
      parts.add(
          String.format(Locale.ROOT, "between(t,%.3f,%.3f)", s.startMs() / 1e3, s.endMs() / 1e3));
    }
    return String.join("+", parts);
  }

  private JsonObject timeline() {
    JsonArrayBuilder segments = Json.createArrayBuilder();
    for (Speech speech : speeches) {
      for (Span s : Span.shift(speech.spans(), -ZERO)) {
        segments.add(
            Json.createObjectBuilder()
                .add("speaker", speech.voice().name())
                .add("startMs", s.startMs())
                .add("endMs", s.endMs())
                .add("source", "made")
                .add("confidence", 1));
      }
    }
    return Json.createObjectBuilder().add("version", 1).add("segments", segments).build();
  }

  /** Writes a text file that the manifest will name. */
  void text(String name, String kind, String content) {
    try {
      Files.writeString(dir.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.stream().noneMatch(f -> f[0].equals(name))) {
      files.add(new String[] {name, kind, ""});
    }
  }

  /** Writes the manifest anew, for the files as they are now. */
  void manifest() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    try {
      for (String[] file : files) {
        byte[] bytes = Files.readAllBytes(dir.resolve(file[0]));
        JsonObjectBuilder entry =
            Json.createObjectBuilder()
                .add("name", file[0])
                .add("kind", file[1])
                .add("bytes", bytes.length)
                .add("sha256", HexFormat.of().formatHex(sha256(bytes)))
                .add("startOffsetMs", 0);
        list.add(file[2].isEmpty() ? entry : entry.add("speaker", file[2]));
      }
      JsonObject recording =
          Json.createObjectBuilder()
              .add("startedAt", Instant.ofEpochMilli((long) ZERO).toString())
              .add("endedAt", Instant.ofEpochMilli((long) ZERO + SECONDS * 1000L).toString())
              .add("durationMs", SECONDS * 1000)
              .add("pauses", Json.createArrayBuilder())
              .build();
      Files.writeString(
          dir.resolve("manifest.json"),
          Json.createObjectBuilder()
              .add("version", 1)
              .add("recording", recording)
              .add("files", list)
              .build()
              .toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The guests' own logs: fifteen frames a second sent to everybody, one key frame asked each. */
  List<GuestTruth> truth() {
    List<SentSample> sent =
        IntStream.rangeClosed(-5, SECONDS)
            .mapToObj(s -> new SentSample(ZERO + s * 1000.0, 75 + s * 15L, 0, 1, 1, 250 + s * 50L))
            .toList();
    List<SentSample> viewer =
        IntStream.rangeClosed(-5, SECONDS)
            .mapToObj(s -> new SentSample(ZERO + s * 1000.0, 75 + s * 15L, 0, s < 0 ? 0 : 1, 1, 0))
            .toList();
    return speeches.stream().map(s -> new GuestTruth(s, sent, List.of(viewer, viewer))).toList();
  }

  /** The webhooks of a completed job, signed as the contract says. */
  static List<ReceivedWebhook> webhooks() {
    List<ReceivedWebhook> list = new ArrayList<>();
    for (int i = 1; i < Lifecycle.ORDER.size(); i++) {
      list.add(webhook("job.status_changed", Lifecycle.ORDER.get(i), Lifecycle.ORDER.get(i - 1)));
    }
    list.add(webhook("job.finalized", "completed", ""));
    return list;
  }

  static ReceivedWebhook webhook(String event, String status, String previous) {
    String body =
        Json.createObjectBuilder()
            .add("deliveryId", "dlv_1")
            .add("event", event)
            .add("attempt", 1)
            .add(
                "data",
                Json.createObjectBuilder().add("status", status).add("previousStatus", previous))
            .build()
            .toString();
    long now = Instant.now().getEpochSecond();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String own =
          "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
      return new ReceivedWebhook(
          Instant.now(),
          "/hook",
          Map.of(
              "x-meetbot-signature", List.of(own),
              "webhook-id", List.of("dlv_1"),
              "webhook-timestamp", List.of("" + now),
              "webhook-signature", List.of(new Webhook(SECRET).sign("dlv_1", now, body))),
          body.getBytes(StandardCharsets.UTF_8),
          200);
    } catch (GeneralSecurityException | WebhookSigningException e) {
      throw new IllegalStateException(e);
    }
  }

  static void ffmpeg(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    Ffmpeg.run(command, in -> {});
  }

  static Voice voice(int guest) {
    return Stage.VOICES.get(guest);
  }
}
