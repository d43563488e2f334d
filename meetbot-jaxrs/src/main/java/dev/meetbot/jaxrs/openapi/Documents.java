package dev.meetbot.jaxrs.openapi;

import dev.meetbot.jaxrs.resource.Preconditions;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Answers with files that only change with the server's version. */
final class Documents {
  /** What the files have where the server's own address belongs. */
  private static final String PLACEHOLDER = "http://localhost:8080";

  private static final Pattern SANE =
      Pattern.compile("https?://[A-Za-z0-9.:_\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");

  private Documents() {}

  /**
   * The text with the address that the client used; as it is when that address, which comes out of
   * a header, has anything in it that could change the text's meaning.
   */
  static byte[] addressed(byte[] text, URI base) {
    String address = base.toString().replaceFirst("/$", "");
    if (!SANE.matcher(address).matches()) {
      return text;
    }
    return new String(text, StandardCharsets.UTF_8)
        .replace(PLACEHOLDER, address)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** 200 with the file, or 304 when the client has it. */
  static Response answer(byte[] content, MediaType type, Request request) {
    EntityTag tag = new EntityTag(hash(content));
    Response.ResponseBuilder unchanged = Preconditions.unchanged(request, tag);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(content, type.withCharset("UTF-8")) : unchanged;
    CacheControl revalidate = new CacheControl();
    revalidate.setNoCache(true);
    return answer.tag(tag).cacheControl(revalidate).build();
  }

  private static String hash(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
