package dev.meetbot.spi.artifact;

import dev.meetbot.spi.plugin.Plugin;

/** An artifact store that a server finds by {@link java.util.ServiceLoader}. */
public interface ArtifactStorePlugin extends Plugin<ArtifactStore> {}
