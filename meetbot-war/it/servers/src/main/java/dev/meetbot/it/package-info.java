/** Tests of the built WAR on a foreign server, by real requests. */
@NullMarked
package dev.meetbot.it;

import org.jspecify.annotations.NullMarked;
