/**
 * Reading YAML that people write: a node graph in which everything knows its place in the file, and the problems found
 * in it, all of them, each with what was found, what was expected and the nearest valid name. Owns no meaning: what a
 * key is for belongs to the package that reads it.
 */
@NullMarked
package dev.sotto.yaml;

import org.jspecify.annotations.NullMarked;
