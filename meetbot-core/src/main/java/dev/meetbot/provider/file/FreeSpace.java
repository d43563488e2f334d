package dev.meetbot.provider.file;

import java.io.IOException;

/** How much room is left where the files go. */
@FunctionalInterface
interface FreeSpace {
  long bytes() throws IOException;
}
