/**
 * How a meeting platform is taught to meetbot from outside: one class that knows URLs and a page.
 */
@NullMarked
package dev.meetbot.example.platform;

import org.jspecify.annotations.NullMarked;
