/** Real browsers: Chromium driven by Playwright. */
@NullMarked
package dev.meetbot.provider.playwright;

import org.jspecify.annotations.NullMarked;
