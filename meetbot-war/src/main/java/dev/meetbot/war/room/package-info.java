/**
 * The built-in meeting room: a small WebRTC conference in the browser, platform {@code
 * meetbot-room}.
 *
 * <p>The server only passes messages: media goes from browser to browser. {@link
 * dev.meetbot.war.room.Room} knows the rules, the resources translate HTTP to it; {@code
 * docs/room.md} tells the protocol.
 */
@NullMarked
package dev.meetbot.war.room;

import org.jspecify.annotations.NullMarked;
