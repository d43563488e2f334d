package dev.meetbot.spi.storage;

import dev.meetbot.spi.plugin.Plugin;

/** A storage that a server finds by {@link java.util.ServiceLoader}. */
public interface StoragePlugin extends Plugin<StorageProvider> {}
