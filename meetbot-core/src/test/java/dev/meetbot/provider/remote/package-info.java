/** Tests of a worker's view of its server. */
@NullMarked
package dev.meetbot.provider.remote;

import org.jspecify.annotations.NullMarked;
