/** Artifacts as objects in a bucket of Amazon S3 or of a server that speaks its protocol. */
@NullMarked
package dev.meetbot.provider.s3;

import org.jspecify.annotations.NullMarked;
