package dev.meetbot.provider.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What new objects ask the server to do before it keeps them. */
record S3Encryption(@Nullable ServerSideEncryption how, @Nullable String kmsKeyId) {
  static S3Encryption of(S3Settings settings) {
    ServerSideEncryption how =
        switch (settings.serverSideEncryption()) {
          case NONE -> null;
          case AES256 -> ServerSideEncryption.AES256;
          case KMS -> ServerSideEncryption.AWS_KMS;
        };
    return new S3Encryption(how, settings.kmsKeyId());
  }

  void apply(PutObjectRequest.Builder request) {
    request.serverSideEncryption(how).ssekmsKeyId(kmsKeyId);
  }

  void apply(CreateMultipartUploadRequest.Builder request) {
    request.serverSideEncryption(how).ssekmsKeyId(kmsKeyId);
  }
}
