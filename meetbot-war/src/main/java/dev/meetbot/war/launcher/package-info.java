/**
 * Lets the WAR run by {@code java -jar}: the same file, on a Tomcat that it carries with it.
 *
 * <p>These classes lie at the root of the WAR and never see the application's own classes.
 */
@NullMarked
package dev.meetbot.war.launcher;

import org.jspecify.annotations.NullMarked;
