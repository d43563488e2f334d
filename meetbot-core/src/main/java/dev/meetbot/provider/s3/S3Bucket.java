package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of one bucket. Thread-safe; all methods block, and fail as {@link S3Failure} says.
 */
final class S3Bucket implements AutoCloseable {
  /** Of committed objects: who wrote them. */
  static final String WRITER = "meetbot-writer";

  /** What a server takes in one request. */
  private static final int MAX_DELETED = 1000;

  private static final Duration PING_TIMEOUT = Duration.ofSeconds(5);

  private final S3Client client;
  private final S3Settings settings;
  private final S3Encryption encryption;

  S3Bucket(S3Client client, S3Settings settings) {
    this.client = client;
    this.settings = settings;
    this.encryption = S3Encryption.of(settings);
  }

  /** The multipart uploads of this bucket. */
  S3Uploads uploads() {
    return new S3Uploads(client, settings.bucket(), encryption);
  }

  /**
   * Puts an object, in place of an older one.
   *
   * @param bytes gives the same bytes at each call
   */
  void put(String name, WriterId writer, Supplier<InputStream> bytes, long length)
      throws IOException {
    S3Failure.telling(
        "write " + name,
        () ->
            client.putObject(
                r -> {
                  r.bucket(settings.bucket())
                      .key(name)
                      .contentType(writer.mediaType())
                      .metadata(Map.of(WRITER, writer.id()));
                  encryption.apply(r);
                },
                RequestBody.fromContentProvider(bytes::get, length, writer.mediaType())));
  }

  /**
   * Opens an object; empty when there is none.
   *
   * @param etag of the object that is meant; null for whichever is there
   */
  Optional<ResponseInputStream<GetObjectResponse>> get(
      String name, ByteRange range, @Nullable String etag) throws IOException {
    try {
      return S3Failure.telling(
          "read " + name,
          () ->
              Optional.of(
                  client.getObject(
                      r ->
                          r.bucket(settings.bucket())
                              .key(name)
                              .range(header(range))
                              .ifMatch(etag))));
    } catch (IOException e) {
      if (e.getCause() instanceof S3Exception answer && S3Failure.absent(answer)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static @Nullable String header(ByteRange range) {
    long last = range.offset() + range.length() - 1;
    return range.offset() == 0 && range.length() == Long.MAX_VALUE
        ? null
        : "bytes=" + range.offset() + "-" + (last < range.offset() ? "" : last);
  }

  /** What is known of an object; empty when there is none. */
  Optional<HeadObjectResponse> head(String name) throws IOException {
    try {
      return S3Failure.telling(
          "look at " + name,
          () -> Optional.of(client.headObject(r -> r.bucket(settings.bucket()).key(name))));
    } catch (IOException e) {
      if (e.getCause() instanceof S3Exception answer && S3Failure.absent(answer)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Shows all objects whose names begin so, in the order of their names. */
  void list(String prefix, Consumer<S3Object> each) throws IOException {
    S3Failure.telling(
        "list " + prefix,
        () -> {
          client
              .listObjectsV2Paginator(r -> r.bucket(settings.bucket()).prefix(prefix))
              .contents()
              .forEach(each);
          return true;
        });
  }

  /** Their names. */
  List<String> names(String prefix) throws IOException {
    List<String> names = new ArrayList<>();
    list(prefix, object -> names.add(object.key()));
    return names;
  }

  /** Deletes these objects; those that are not there are fine. */
  void delete(Collection<String> names) throws IOException {
    List<String> all = List.copyOf(names);
    for (int from = 0; from < all.size(); from += MAX_DELETED) {
      deleteBatch(all.subList(from, Math.min(all.size(), from + MAX_DELETED)));
    }
  }

  private void deleteBatch(List<String> names) throws IOException {
    List<ObjectIdentifier> objects =
        names.stream().map(n -> ObjectIdentifier.builder().key(n).build()).toList();
    DeleteObjectsResponse answer =
        S3Failure.telling(
            "delete " + names.size() + " objects, first " + names.get(0),
            () ->
                client.deleteObjects(
                    r -> r.bucket(settings.bucket()).delete(d -> d.objects(objects).quiet(true))));
    if (answer.hasErrors() && !answer.errors().isEmpty()) {
      var first = answer.errors().get(0);
      throw new IOException("could not delete " + first.key() + ": " + first.code());
    }
  }

  /** Throws when the bucket cannot be reached now; waits for at most 5 s. */
  void ping() throws IOException {
    S3Failure.telling(
        "reach the bucket " + settings.bucket(),
        () ->
            client.headBucket(
                r ->
                    r.bucket(settings.bucket())
                        .overrideConfiguration(
                            o ->
                                o.apiCallTimeout(PING_TIMEOUT)
                                    .apiCallAttemptTimeout(PING_TIMEOUT))));
  }

  @Override
  public void close() {
    client.close();
  }
}
