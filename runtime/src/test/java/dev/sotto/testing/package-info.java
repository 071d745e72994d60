/** Scripted fakes and fixtures for tests: a clock that stands still, servers and engines that do as they are told. */
@NullMarked
package dev.sotto.testing;

import org.jspecify.annotations.NullMarked;
