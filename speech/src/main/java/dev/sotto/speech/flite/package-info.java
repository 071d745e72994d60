/**
 * The synthesiser that comes along: flite, a WebAssembly module that the build compiled to classes. It has neither files nor
 * network nor a clock; a fault in it is a Java exception. An instance of it belongs to one thread at a time, and forgets
 * after each phrase what it spoke.
 */
@NullMarked
package dev.sotto.speech.flite;

import org.jspecify.annotations.NullMarked;
