/**
 * The voices that come along: flite, compiled to WebAssembly by others and from there to classes by this module's build.
 * What is here tells the engine how the module was patched; how to speak with it is the engine's business.
 */
@NullMarked
package dev.sotto.voices;

import org.jspecify.annotations.NullMarked;
