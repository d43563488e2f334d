/** What an embedding host sees of meetbot: the engine, its builder, requests, settings, errors. */
@NullMarked
package dev.meetbot.engine;

import org.jspecify.annotations.NullMarked;
