package dev.meetbot.provider.s3;

import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What S3Proxy keeps its objects in, with Amazon's least size of parts, and buckets that can be
 * made small or out of order.
 */
final class AwkwardBlobStore extends ForwardingBlobStore {
  private final Map<String, Long> roomOf = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Long>> sizes = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();

  AwkwardBlobStore(BlobStore delegate) {
    super(delegate);
  }

  /** Objects of that bucket are refused when all would have more bytes. */
  void limit(String bucket, long bytes) {
    roomOf.put(bucket, bytes);
  }

  /** The next objects of that bucket are refused, as by a server that has too much to do. */
  AtomicInteger refuse(String bucket, int times) {
    AtomicInteger left = new AtomicInteger(times);
    refusals.put(bucket, left);
    return left;
  }

  @Override
  public long getMinimumMultipartPartSize() {
    return 5 << 20;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream bytes) {
    String bucket = request.bucket();
    AtomicInteger left = refusals.get(bucket);
    if (left != null && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw refusal(503, "SlowDown");
    }
    Map<String, Long> present = sizes.computeIfAbsent(bucket, b -> new ConcurrentHashMap<>());
    long used = present.values().stream().mapToLong(Long::longValue).sum();
    if (used + request.contentLength() > roomOf.getOrDefault(bucket, Long.MAX_VALUE)) {
      throw refusal(507, "InsufficientStorage");
    }
    PutObjectResponse answer = super.putBlob(request, bytes);
    present.put(request.key(), request.contentLength());
    return answer;
  }

  private static S3Exception refusal(int status, String code) {
    S3Exception.Builder builder = S3Exception.builder();
    builder.statusCode(status).message(code);
    builder.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(code).build());
    return (S3Exception) builder.build();
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    sizes.getOrDefault(request.bucket(), new ConcurrentHashMap<>()).remove(request.key());
    return super.removeBlob(request);
  }
}
