/**
 * The built WAR on foreign servers: requests, a meeting, redeploys, and what these leave behind.
 */
@NullMarked
package dev.meetbot.lab.dropin;

import org.jspecify.annotations.NullMarked;
