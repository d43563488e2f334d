package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.FakeApi;
import dev.meetbot.sdk.FakeSurroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person's desk: a terminal, variables, a folder, a browser, and a server to talk to. */
final class Desk implements AutoCloseable {
  /** What a run left behind. */
  record Result(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  final FakeApi api = new FakeApi();
  final FakeSurroundings surroundings = new FakeSurroundings();
  final Map<String, String> environment = new HashMap<>();
  final Map<String, String> programs = new HashMap<>();
  final List<URI> opened = new ArrayList<>();
  final List<Duration> waits = new ArrayList<>();
  final Path home;
  String input = "";
  int columns = 80;
  boolean terminal;
  boolean colour;
  Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Desk(Path home) {
    this.home = home;
    environment.put("MEETBOT_API_KEY", "mb_test_1");
    environment.put("MEETBOT_API_BASE_URL", api.url());
  }

  /** Nothing in the environment: what was stored counts. */
  Desk bare() {
    environment.clear();
    return this;
  }

  Desk terminal(int width) {
    terminal = true;
    columns = width;
    return this;
  }

  Result run(String... args) {
    out.reset();
    err.reset();
    int code = new Cli(outside()).run(args);
    return new Result(code, out(), err());
  }

  /** What is there so far, while a run goes on. */
  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The same of the other stream. */
  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  Path config() {
    return home.resolve(".config/meetbot/config.json");
  }

  Outside outside() {
    Terminal streams =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            terminal,
            () -> columns,
            colour);
    return new Outside(
        environment::get,
        home,
        "desk",
        () -> now,
        ZoneId.of("Europe/Berlin"),
        time -> {
          waits.add(time);
          now = now.plus(time);
        },
        streams,
        opened::add,
        command -> Optional.ofNullable(programs.get(command.get(0))),
        surroundings::into);
  }

  @Override
  public void close() {
    api.close();
  }
}
