/** Many webhooks to receivers of all kinds, sent by a process that is killed meanwhile. */
@NullMarked
package dev.meetbot.storm;

import org.jspecify.annotations.NullMarked;
