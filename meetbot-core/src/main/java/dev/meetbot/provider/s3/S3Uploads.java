package dev.meetbot.provider.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Multipart uploads to one bucket. Thread-safe; all methods block. */
final class S3Uploads {
  private final S3Client client;
  private final String bucket;
  private final S3Encryption encryption;

  S3Uploads(S3Client client, String bucket, S3Encryption encryption) {
    this.client = client;
    this.bucket = bucket;
    this.encryption = encryption;
  }

  /** Returns the upload's id. */
  String begin(String name, WriterId writer) throws IOException {
    return S3Failure.telling(
        "begin an upload of " + name,
        () ->
            client
                .createMultipartUpload(
                    r -> {
                      r.bucket(bucket)
                          .key(name)
                          .contentType(writer.mediaType())
                          .metadata(Map.of(S3Bucket.WRITER, writer.id()));
                      encryption.apply(r);
                    })
                .uploadId());
  }

  /** Makes an object of the bucket a part; the bytes do not come here. */
  CompletedPart copy(String name, String upload, int number, String source) throws IOException {
    CopyPartResult copied =
        S3Failure.telling(
            "copy " + source,
            () ->
                client
                    .uploadPartCopy(
                        r ->
                            r.sourceBucket(bucket)
                                .sourceKey(source)
                                .destinationBucket(bucket)
                                .destinationKey(name)
                                .uploadId(upload)
                                .partNumber(number))
                    .copyPartResult());
    return CompletedPart.builder().partNumber(number).eTag(copied.eTag()).build();
  }

  /**
   * Uploads a part.
   *
   * @param bytes gives the same bytes at each call
   */
  CompletedPart put(
      String name, String upload, int number, Supplier<InputStream> bytes, long length)
      throws IOException {
    UploadPartResponse answer =
        S3Failure.telling(
            "upload part " + number + " of " + name,
            () ->
                client.uploadPart(
                    r -> r.bucket(bucket).key(name).uploadId(upload).partNumber(number),
                    RequestBody.fromContentProvider(
                        bytes::get, length, "application/octet-stream")));
    return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
  }

  void complete(String name, String upload, List<CompletedPart> parts) throws IOException {
    S3Failure.telling(
        "complete " + name,
        () ->
            client.completeMultipartUpload(
                r ->
                    r.bucket(bucket)
                        .key(name)
                        .uploadId(upload)
                        .multipartUpload(m -> m.parts(parts))));
  }

  /** One that is not there any more is fine. */
  void abort(String name, String upload) throws IOException {
    try {
      S3Failure.telling(
          "abort the upload of " + name,
          () -> client.abortMultipartUpload(r -> r.bucket(bucket).key(name).uploadId(upload)));
    } catch (IOException e) {
      if (!(e.getCause() instanceof S3Exception answer && S3Failure.absent(answer))) {
        throw e;
      }
    }
  }

  /** Aborts the uploads to names that begin so and that the test is true of. */
  void abortAll(String prefix, Predicate<MultipartUpload> which) throws IOException {
    List<MultipartUpload> found =
        S3Failure.telling(
            "list the uploads of " + prefix,
            () ->
                client
                    .listMultipartUploadsPaginator(r -> r.bucket(bucket).prefix(prefix))
                    .uploads()
                    .stream()
                    .filter(which)
                    .toList());
    for (MultipartUpload upload : found) {
      abort(upload.key(), upload.uploadId());
    }
  }
}
