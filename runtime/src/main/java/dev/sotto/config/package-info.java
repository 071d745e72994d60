/**
 * The server's configuration: {@code server.yaml}, environment and command line read into typed, checked, immutable
 * records, together with where each value came from. Owns every key's name, type, range, default and meaning. Nothing
 * that reads a file by key at run time may enter: whoever needs a value is given it.
 */
@NullMarked
package dev.sotto.config;

import org.jspecify.annotations.NullMarked;
