package dev.meetbot.provider.platform.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the data files of platforms are: bundled, and what an operator puts over them. */
public final class PlatformFiles {
  private final @Nullable Path directory;
  private final PlatformSchema schema = new PlatformSchema();

  private PlatformFiles(@Nullable Path directory) {
    this.directory = directory;
  }

  /** The bundled ones as they are. */
  public static PlatformFiles bundled() {
    return new PlatformFiles(null);
  }

  /**
   * The bundled ones with what is in the directory over them, by the platform's id: {@code
   * zoom-web.json}. Objects are merged by key, anything else replaces what was there. Files may
   * come and change at any time.
   */
  public static PlatformFiles under(@Nullable Path directory) {
    return new PlatformFiles(directory);
  }

  /**
   * The file of one platform, read and checked.
   *
   * @param home class beside which {@code platform.json} lies
   * @throws PlatformDataException when it is wrong
   */
  PlatformFile of(String platform, Class<?> home) {
    Path override = directory == null ? null : directory.resolve(platform + ".json");
    return new PlatformFile(platform, WebResource.json(home, "platform.json"), override, schema);
  }
}
