package dev.meetbot.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.meetbot.lab.measure.AvOffset;
import dev.meetbot.lab.measure.Sound;
import dev.meetbot.lab.measure.Spectrum;
import dev.meetbot.lab.measure.ToneEnvelope;
import dev.meetbot.lab.measure.VideoFigures;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The generator without any call: what it logs as the truth is what its tracks carry. */
@Isolated
class GuestGeneratorIT {
  private static final Voice ADA = new Voice("Ada", 440, 0);
  private static final String RECORD =
      """
      new Promise(async (done) => {
        const recorder = new MediaRecorder(await labGuest.own(), { mimeType: 'video/webm;codecs=vp8,opus' });
        const chunks = [];
        recorder.ondataavailable = (e) => chunks.push(e.data);
        recorder.onstop = async () => {
          const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
          done({ base64: bytes.toBase64() });
        };
        recorder.start();
        const now = Date.now();
        labGuest.follow([[now + 1500, now + 3000], [now + 4000, now + 5500], [now + 6500, now + 8000]]);
        setTimeout(() => recorder.stop(), 9000);
      })
      """;

  /**
   * For each logged start: when its sound and its picture came out of the tracks, in ms after it.
   */
  private static final String CALIBRATE =
      """
      new Promise(async (done) => {
        const [voice, camera] = [...(await labGuest.own()).getTracks()];
        const starts = { audio: [], video: [] };
        let stop = false;
        async function watch(track, list, isOn) {
          const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
          for (let was = false; !stop; ) {
            const { value } = await reader.read();
            const [on, age] = isOn(value);
            if (on && !was) list.push(Date.now() - age);
            was = on;
            value.close();
          }
        }
        watch(voice, starts.audio, (data) => {
          const samples = new Float32Array(data.numberOfFrames);
          data.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
          return [samples.some((x) => Math.abs(x) > 0.02), data.numberOfFrames / 48];
        });
        const pixel = new OffscreenCanvas(16, 16).getContext('2d', { willReadFrequently: true });
        watch(camera, starts.video, (frame) => {
          pixel.drawImage(frame, 0, 0, 16, 16);
          return [pixel.getImageData(0, 0, 1, 1).data[0] > 200, 0];
        });
        const now = Date.now();
        labGuest.follow([1, 2, 3, 4, 5, 6].map((n) => [now + n * 1000, now + n * 1000 + 500]));
        setTimeout(() => {
          stop = true;
          const truth = labGuest.truth().filter((row) => row[1]).map((row) => row[0]);
          done({
            audio: truth.map((at, i) => starts.audio[i] - at),
            video: truth.map((at, i) => starts.video[i] - at),
          });
        }, 7500);
      })
      """;

  @TempDir Path dir;
  private HttpServer server;

  @BeforeEach
  void serveAnEmptyPage() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page = "<!doctype html><title>empty</title>".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void toneAndFlashCarryTheLoggedTruth() throws IOException {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    Path file = dir.resolve("own.webm");
    Speech speech;
    JsonObject recorded;
    try (Guest guest = Guest.open(ADA, url)) {
      recorded = guest.evaluate(RECORD);
      speech = guest.speech();
    }
    Files.write(file, Base64.getDecoder().decode(recorded.getString("base64")));

    assertThat(speech.spans()).hasSize(3);
    assertThat(speech.spans()).allSatisfy(s -> assertThat(s.lengthMs()).isBetween(1400.0, 1600.0));

    Sound sound = Sound.of(file);
    assertThat(Spectrum.of(sound, ToneEnvelope.of(sound, 440).spans()).dominantHz())
        .isBetween(438.0, 442.0);
    AvOffset skew = AvOffset.of(file, List.of(ADA));
    assertThat(skew.pairs()).isEqualTo(3);
    assertThat(Math.abs(skew.medianMs())).isLessThan(100);
    assertThat(VideoFigures.of(file).fps()).isBetween(14.3, 15.5);
    assertThat(VideoFigures.of(file).blackPercent()).isZero();
  }

  @Test
  void soundAndPictureComeOutOfTheTracksWhenTheLogSaysSo() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    JsonObject starts;
    try (Guest guest = Guest.open(ADA, url)) {
      starts = guest.evaluate(CALIBRATE);
    }

    // measured on an idle machine: sound -7 to 10 ms, picture 2 to 5 ms after the logged tick
    for (String kind : List.of("audio", "video")) {
      double[] after =
          starts.getJsonArray(kind).getValuesAs(JsonNumber.class).stream()
              .mapToDouble(JsonNumber::doubleValue)
              .sorted()
              .toArray();
      assertThat(after).as(kind).hasSize(6);
      assertThat((after[2] + after[3]) / 2).as(kind).isBetween(-20.0, 20.0);
    }
  }

  @Test
  void closingTwiceLeavesNoProcess() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    Guest guest = Guest.open(ADA, url);
    List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
    assertThat(children).isNotEmpty();

    guest.close();
    guest.close();

    for (ProcessHandle child : children) {
      assertThat(child.onExit().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
          .isNotNull();
    }
  }
}
