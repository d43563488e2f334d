package dev.meetbot.provider.s3;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;

/** What S3Proxy keeps its objects in, with Amazon's least size of parts. */
final class AwkwardBlobStore extends ForwardingBlobStore {
  AwkwardBlobStore(BlobStore delegate) {
    super(delegate);
  }

  @Override
  public long getMinimumMultipartPartSize() {
    return 5 << 20;
  }
}
