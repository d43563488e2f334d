package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.meetbot.spi.browser.BrowserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryIT {
  @TempDir Path parent;

  @BeforeEach
  void only_where_permissions_exist() {
    assumeThat(parent.getFileSystem().supportedFileAttributeViews()).contains("posix");
  }

  @Test
  void a_new_directory_is_for_this_account_only_and_is_found_again() throws IOException {
    Path path = parent.resolve("a/b");
    WorkDirectory.prepare(path);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
    assertThat(WorkDirectory.prepare(path).newSession().path()).isEmptyDirectory();
  }

  @Test
  void a_directory_that_others_can_write_to_is_refused() throws IOException {
    Path path = Files.createDirectory(parent.resolve("open"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> WorkDirectory.prepare(path))
        .isInstanceOf(BrowserException.class)
        .hasMessageContaining("only this account can write to")
        .hasMessageContaining("meetbot.browser.work-directory");
  }

  @Test
  void a_link_in_its_place_is_refused() throws IOException {
    Path target = Files.createDirectory(parent.resolve("target"));
    Path link = Files.createSymbolicLink(parent.resolve("link"), target);
    assertThatThrownBy(() -> WorkDirectory.prepare(link)).isInstanceOf(BrowserException.class);
  }

  @Test
  void removing_takes_all_and_follows_no_link() throws IOException {
    Path kept = Files.writeString(parent.resolve("kept"), "x");
    Path directory = Files.createDirectories(parent.resolve("gone/deep")).getParent();
    Files.createSymbolicLink(directory.resolve("deep/link"), kept);
    WorkDirectory.remove(directory);
    WorkDirectory.remove(directory);
    assertThat(directory).doesNotExist();
    assertThat(kept).exists();
  }
}
