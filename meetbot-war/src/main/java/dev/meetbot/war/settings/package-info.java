/** What an operator can set, where it is read from, and what it means. */
@NullMarked
package dev.meetbot.war.settings;

import org.jspecify.annotations.NullMarked;
