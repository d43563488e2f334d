/** Everything that meetbot keeps, in SQLite. */
@NullMarked
package dev.meetbot.example.storage;

import org.jspecify.annotations.NullMarked;
