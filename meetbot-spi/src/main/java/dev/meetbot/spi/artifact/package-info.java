/** Where the bytes of a recording are kept. */
@NullMarked
package dev.meetbot.spi.artifact;

import org.jspecify.annotations.NullMarked;
