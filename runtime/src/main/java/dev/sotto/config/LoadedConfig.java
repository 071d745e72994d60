package dev.sotto.config;

/** A configuration that is all in order. */
public record LoadedConfig(ServerConfig config, Explanation explanation) {}
