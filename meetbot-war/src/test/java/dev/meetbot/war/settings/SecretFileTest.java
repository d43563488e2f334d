package dev.meetbot.war.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir Path dir;

  private WarSettings read(String worker, String stripe) {
    return WarSettings.read(
        Map.of(
            SettingKey.MODE,
            "worker",
            SettingKey.WORKER_SERVER,
            "https://meetbot.example",
            SettingKey.WORKER_KEY,
            worker,
            SettingKey.STRIPE_WEBHOOK_SECRET,
            stripe),
        dir);
  }

  @Test
  void secretsMayBeInFilesOfTheirOwn() throws IOException {
    Path key = Files.writeString(dir.resolve("key"), "mb_worker_x\n");
    WarSettings settings = read("@" + key, "whsec_y");
    assertThat(settings.worker().key()).isEqualTo("mb_worker_x");
    assertThat(settings.billing().stripeSecret()).isEqualTo("whsec_y");
  }

  @Test
  void aFileThatIsNotThereOrEmptyIsTold() throws IOException {
    Path empty = Files.writeString(dir.resolve("empty"), " \n");
    assertThatThrownBy(() -> read("@" + dir.resolve("none"), "@" + empty))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("meetbot.worker.key names a file that cannot be read")
        .hasMessageContaining("meetbot.stripe.webhook-secret names an empty file");
  }
}
