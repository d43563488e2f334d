package dev.meetbot.engine.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  @TempDir Path dir;

  @Test
  void aNameIsLookedForOnTheSearchPath() throws IOException {
    Path program = Files.createFile(dir.resolve("ffmpeg"));
    String search = dir.resolve("none") + File.pathSeparator + dir;
    assertThat(Programs.present("ffmpeg", search)).as("not executable yet").isFalse();
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(Programs.present("ffmpeg", search)).isTrue();
    assertThat(Programs.present("ffprobe", search)).isFalse();
    assertThat(Programs.present("ffmpeg", null)).isFalse();
    assertThat(Programs.present(program.toString(), null)).isTrue();
  }
}
