package dev.meetbot.sdk.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as an option's value. */
record Seconds(Duration length) {
  /** As the API wants it: whole seconds; null for none. */
  static @Nullable Long number(@Nullable Seconds given) {
    return given == null ? null : given.length().toSeconds();
  }

  /** Reads it for picocli. */
  static final class Converter implements ITypeConverter<Seconds> {
    @Override
    public Seconds convert(String text) {
      try {
        return new Seconds(Moments.duration(text));
      } catch (CliException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
