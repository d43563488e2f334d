package dev.meetbot.example.browser;

import dev.meetbot.spi.plugin.PluginSettingException;
import dev.meetbot.spi.plugin.PluginSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which Chromium, and how.
 *
 * @param executable the program to start; null when there is none on the PATH
 * @param endpoint the address of one that runs elsewhere, {@code http://} or {@code ws://}, in
 *     which sessions are opened instead of starting one; null for none
 * @param arguments further command line arguments of a started one
 */
record CdpSettings(@Nullable Path executable, @Nullable URI endpoint, List<String> arguments) {
  static CdpSettings of(PluginSettings settings) {
    Path executable =
        settings.find("executable").map(Path::of).or(CdpSettings::onThePath).orElse(null);
    URI endpoint = settings.find("endpoint").map(text -> address(settings, text)).orElse(null);
    List<String> arguments =
        settings.find("arguments").map(text -> List.of(text.split("\\s+"))).orElse(List.of());
    return new CdpSettings(executable, endpoint, arguments);
  }

  private static URI address(PluginSettings settings, String text) {
    try {
      URI address = URI.create(text);
      if (List.of("http", "https", "ws", "wss").contains(String.valueOf(address.getScheme()))
          && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below, without the value
    }
    throw new PluginSettingException(
        "setting " + settings.prefix() + "endpoint must be an http, https, ws or wss address");
  }

  private static Optional<Path> onThePath() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name -> Arrays.stream(path.split(":")).map(folder -> Path.of(folder).resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
