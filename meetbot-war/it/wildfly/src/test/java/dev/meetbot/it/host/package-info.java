/** The example of an application that has meetbot in it, on a server with CDI. */
@NullMarked
package dev.meetbot.it.host;

import org.jspecify.annotations.NullMarked;
