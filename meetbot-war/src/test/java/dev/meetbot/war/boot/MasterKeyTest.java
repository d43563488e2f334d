package dev.meetbot.war.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
  @TempDir Path data;

  @Test
  void theFirstCallMakesAKeyThatStays() throws IOException {
    byte[] key = MasterKey.in(data);
    assertThat(key).hasSize(32);
    assertThat(MasterKey.in(data)).isEqualTo(key);
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void onlyTheOwnerCanReadIt() throws IOException {
    MasterKey.in(data);
    Path file = data.resolve(MasterKey.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(SecretFiles.exposed(file)).isFalse();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(SecretFiles.exposed(file)).isTrue();
  }

  @Test
  void aDamagedFileIsAnErrorAndStaysAsItIs() throws IOException {
    Path file = Files.writeString(data.resolve(MasterKey.FILE), "abc");
    assertThatThrownBy(() -> MasterKey.in(data)).hasMessageContaining(file.toString());
    assertThat(file).hasContent("abc");
  }
}
