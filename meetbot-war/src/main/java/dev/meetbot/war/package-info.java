/** The web application: what the WAR consists of on every server. */
@NullMarked
package dev.meetbot.war;

import org.jspecify.annotations.NullMarked;
