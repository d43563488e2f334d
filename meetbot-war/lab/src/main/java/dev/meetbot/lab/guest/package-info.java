/**
 * People in a meeting: each one its own Chromium with a camera and a microphone made in the page.
 */
@NullMarked
package dev.meetbot.lab.guest;

import org.jspecify.annotations.NullMarked;
