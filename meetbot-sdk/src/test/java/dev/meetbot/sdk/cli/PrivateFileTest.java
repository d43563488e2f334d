package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
  @TempDir Path folder;
  private PrivateFile file;

  @BeforeEach
  void name() {
    file = new PrivateFile(folder.resolve("a/b/secret"));
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void nobody_else_may_use_the_file_or_its_new_folders() throws Exception {
    file.write("s3cret");
    assertThat(mode(file.path())).isEqualTo("rw-------");
    assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(file.read()).contains("s3cret");
  }

  @Test
  void writing_again_leaves_one_file_and_mends_its_mode() throws Exception {
    file.write("one");
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-rw-rw-"));
    file.write("two");
    assertThat(mode(file.path())).isEqualTo("rw-------");
    assertThat(file.read()).contains("two");
    try (Stream<Path> all = Files.list(file.path().getParent())) {
      assertThat(all).containsExactly(file.path());
    }
  }

  @Test
  void a_file_that_others_may_use_is_not_read() throws Exception {
    file.write("s3cret");
    for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rw------x"}) {
      Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(mode));
      assertThatThrownBy(() -> file.read())
          .isInstanceOf(CliException.class)
          .hasMessageContaining("chmod 600 " + file.path());
    }
  }

  @Test
  void no_file_is_no_error() {
    assertThat(file.read()).isEmpty();
  }
}
