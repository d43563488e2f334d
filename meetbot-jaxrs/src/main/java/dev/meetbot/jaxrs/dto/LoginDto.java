package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.DeviceLogin;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** Answers of the device login. */
public final class LoginDto {
  private LoginDto() {}

  /** A login that begins. */
  @JsonbPropertyOrder({
    "nonce",
    "userCode",
    "verificationUri",
    "verificationUriComplete",
    "expiresIn",
    "interval"
  })
  public record Begun(
      String nonce,
      String userCode,
      String verificationUri,
      String verificationUriComplete,
      long expiresIn,
      long interval) {
    public static Begun from(DeviceLogin.Begun begun) {
      return new Begun(
          begun.nonce(),
          begun.userCode(),
          begun.verificationUri().toString(),
          begun.verificationUriComplete().toString(),
          DeviceLogin.LIFETIME.toSeconds(),
          DeviceLogin.INTERVAL.toSeconds());
    }
  }

  /** Where it stands: {@code pending}, {@code approved} or {@code denied}. */
  public record Status(String status) {}

  /** The key, once. */
  @JsonbPropertyOrder({"status", "apiKey"})
  public record Complete(String status, String apiKey) {}
}
