/**
 * Makes classes of flite's WebAssembly module while Sotto is built: checks it, patches it and compiles it. Runs in the build
 * only and is not delivered; nothing at run time may need it.
 */
@NullMarked
package dev.sotto.voices.build;

import org.jspecify.annotations.NullMarked;
