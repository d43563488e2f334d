/** Puts the engine together when the application starts, and takes it apart when it stops. */
@NullMarked
package dev.meetbot.war.boot;

import org.jspecify.annotations.NullMarked;
