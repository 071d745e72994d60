/**
 * The server as a browser and a second client have it: scripts of the web client's {@code e2e} folder, run by Node
 * against the real server. What can be seen without a browser is tested elsewhere.
 */
@NullMarked
package dev.sotto.browser;

import org.jspecify.annotations.NullMarked;
