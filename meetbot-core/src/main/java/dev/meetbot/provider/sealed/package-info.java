/** Artifacts encrypted before any other store gets them; docs/encryption.md has the format. */
@NullMarked
package dev.meetbot.provider.sealed;

import org.jspecify.annotations.NullMarked;
