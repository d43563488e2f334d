/** Several engines that share one storage, and what they know of each other. */
@NullMarked
package dev.meetbot.engine.internal.cluster;

import org.jspecify.annotations.NullMarked;
