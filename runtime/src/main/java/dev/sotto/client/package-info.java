/**
 * The other end of the wire protocol: what any client does, over real TLS sockets. The command line talks to servers
 * through it and through nothing else; it knows the protocol page, not the server's classes.
 */
@NullMarked
package dev.sotto.client;

import org.jspecify.annotations.NullMarked;
