package dev.meetbot.provider.s3;

import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What any other S3 tool sees in a bucket. */
final class BucketLook implements AutoCloseable {
  private final S3Client client;
  private final String bucket;

  BucketLook(S3Settings settings) {
    this.client = S3Clients.of(settings);
    this.bucket = settings.bucket();
  }

  List<String> names() {
    return client.listObjectsV2Paginator(r -> r.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  List<String> uploads() {
    return client.listMultipartUploads(r -> r.bucket(bucket)).uploads().stream()
        .map(MultipartUpload::key)
        .toList();
  }

  HeadObjectResponse head(String name) {
    return client.headObject(r -> r.bucket(bucket).key(name));
  }

  byte[] bytes(String name) {
    return client.getObjectAsBytes(r -> r.bucket(bucket).key(name)).asByteArray();
  }

  void put(String name, byte[] bytes) {
    client.putObject(r -> r.bucket(bucket).key(name), RequestBody.fromBytes(bytes));
  }

  @Override
  public void close() {
    client.close();
  }
}
