/** Artifacts as files in a folder. */
@NullMarked
package dev.meetbot.provider.file;

import org.jspecify.annotations.NullMarked;
