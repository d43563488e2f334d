package dev.meetbot.jaxrs.resource;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ByteRange;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** Headers and bytes of an answer with an artifact, or with a part of one. */
final class ArtifactAnswer {
  private ArtifactAnswer() {}

  /** Headers for that part, still without a body. */
  static Response.ResponseBuilder head(ArtifactInfo info, ByteRange range, boolean partial) {
    Response.ResponseBuilder answer =
        Response.status(partial ? 206 : 200)
            .type(mediaType(info.mediaType()))
            .tag(tag(info))
            .cacheControl(revalidate())
            .header(HttpHeaders.CONTENT_LENGTH, range.length())
            .header("Accept-Ranges", "bytes")
            .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.inline(info.key().name()));
    if (partial) {
      long last = range.offset() + range.length() - 1;
      answer.header("Content-Range", "bytes " + range.offset() + "-" + last + "/" + info.bytes());
    }
    return answer;
  }

  /** Headers and bytes; the content is closed when it was sent. */
  static Response whole(ArtifactContent content, boolean partial) {
    StreamingOutput body =
        out -> {
          try (content) {
            content.stream().transferTo(out);
          }
        };
    return head(content.info(), content.range(), partial).entity(body).build();
  }

  /** Changes whenever the bytes do; null while they are still being written. */
  static @Nullable EntityTag tag(ArtifactInfo info) {
    return info.committed()
        ? new EntityTag(
            Long.toHexString(info.bytes())
                + "-"
                + Long.toHexString(info.modifiedAt().toEpochMilli()))
        : null;
  }

  private static CacheControl revalidate() {
    CacheControl control = new CacheControl();
    control.setPrivate(true);
    control.setNoCache(true);
    control.setNoTransform(true);
    return control;
  }

  private static MediaType mediaType(String text) {
    try {
      return MediaType.valueOf(text);
    } catch (IllegalArgumentException e) {
      return MediaType.APPLICATION_OCTET_STREAM_TYPE;
    }
  }
}
