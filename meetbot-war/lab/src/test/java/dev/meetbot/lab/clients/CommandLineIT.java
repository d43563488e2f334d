package dev.meetbot.lab.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.clients.Program.End;
import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.guest.GuestBrowser;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code bin/meetbot} as somebody uses it who has a server's address and a key for its page. */
@Timeout(400)
@Execution(ExecutionMode.CONCURRENT)
class CommandLineIT {
  @TempDir private Path dir;

  private final Map<String, String> environment = new HashMap<>();

  private Program start(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ServedScene.ROOT.resolve("bin/meetbot").toString());
    command.addAll(List.of(arguments));
    return Program.start(command, environment, dir);
  }

  private End run(int code, String... arguments) throws InterruptedException {
    try (Program program = start(arguments)) {
      End end = program.await(ServedScene.PATIENCE);
      assertThat(end.code()).as("%s%s", end.out(), end.err()).isEqualTo(code);
      return end;
    }
  }

  @Test
  void from_the_login_to_the_files() throws Exception {
    Path home = Files.createDirectory(dir.resolve("home"));
    environment.put("XDG_CONFIG_HOME", home.toString());
    environment.put("BROWSER", browserThatTells().toString());
    try (ServedScene scene = ServedScene.open(dir)) {
      assertThat(run(2, "list").err()).contains("no server", "meetbot login");
      assertThat(run(3, "list", "--url=" + scene.server.base()).err()).contains("meetbot login");
      login(scene, home);

      try (Guest host = scene.host("terminal")) {
        JsonObject job =
            json(
                run(
                    0,
                    "dispatch",
                    scene.room("terminal").toString(),
                    "--external-id=terminal",
                    "--name=" + ServedScene.BOT,
                    "--json"));
        String id = job.getString("id");
        try (Program watch = start("watch", id)) {
          scene.hold(host);
          End end = watch.await(ServedScene.PATIENCE);
          assertThat(end.code()).as("%s%s", end.out(), end.err()).isZero();
          assertThat(end.out()).contains("in_call", "recording", "finalizing", "completed");
        }
        assertThat(run(0, "list").out()).contains(id, "completed");
        files(scene, id);
        assertThat(run(5, "cancel", id).err()).contains("already_finished");
      }
      assertThat(run(4, "get", "019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234").err())
          .contains("there is no job");
    }
  }

  private void login(ServedScene scene, Path home) throws Exception {
    try (Program login = start("login", "--url", scene.server.base().toString());
        GuestBrowser browser = GuestBrowser.start("approver", "")) {
      ServedScene.until("the page's address is opened", () -> Files.exists(dir.resolve("opened")));
      String address = Files.readString(dir.resolve("opened")).strip();
      assertThat(address).startsWith(scene.server.base() + "/cli-auth?user_code=");
      String code = address.substring(address.indexOf('=') + 1);
      String shown =
          browser.call(
              page -> {
                page.navigate(address);
                String inPage = page.inputValue("#user_code");
                page.fill("#key", scene.key());
                page.click("button[value=approve]");
                page.waitForSelector("text=The device is signed in");
                return inPage;
              });
      assertThat(shown).isEqualTo(code);
      End end = login.await(ServedScene.PATIENCE);
      assertThat(end.code()).as("%s%s", end.out(), end.err()).isZero();
      assertThat(end.out() + end.err()).contains(code).doesNotContain("mb_live_");
    }
    Path stored = home.resolve("meetbot/config.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(stored)).contains("mb_live_").doesNotContain(scene.key());
  }

  private void files(ServedScene scene, String id) throws Exception {
    Path out = dir.resolve("files");
    run(0, "artifacts", id, "--out", out.toString());
    Recording recording = scene.jobs.download(id, dir.resolve("plain"));
    assertThat(recording.files()).hasSizeGreaterThan(5).allMatch(RecordedFile::isAsManifested);
    for (RecordedFile file : recording.files()) {
      assertThat(out.resolve(file.name())).hasSameBinaryContentAs(file.path());
    }
  }

  /** A command that is told an address, and notes it. */
  private Path browserThatTells() throws IOException {
    Path script = dir.resolve("browser");
    Path note = dir.resolve("opened");
    String text = "#!/bin/sh\nprintf '%s' \"$1\" >" + note + ".new && mv " + note + ".new " + note;
    Files.writeString(script, text + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  private static JsonObject json(End end) {
    try (JsonReader reader = Json.createReader(new StringReader(end.out()))) {
      return reader.readObject();
    }
  }
}
