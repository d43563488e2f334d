/** Chromium by its DevTools protocol. */
@NullMarked
package dev.meetbot.example.browser;

import org.jspecify.annotations.NullMarked;
