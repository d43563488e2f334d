/** Tests. */
@NullMarked
package dev.meetbot.engine.internal.cluster;

import org.jspecify.annotations.NullMarked;
