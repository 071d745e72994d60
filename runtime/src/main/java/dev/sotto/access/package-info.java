/**
 * Who may do what: principals and how they prove themselves, API keys, single-use tokens, allowed origins, rate limits,
 * and the verdicts that the dialogue acts on. Everything here is cheap and bounded, for it runs before anybody is known.
 * Nothing about sockets, frames or conversations may enter.
 */
@NullMarked
package dev.sotto.access;

import org.jspecify.annotations.NullMarked;
