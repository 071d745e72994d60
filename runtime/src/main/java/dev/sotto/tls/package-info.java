/**
 * What the server proves itself with: certificates and keys from PEM files, the certificate it makes itself for
 * development, the protocols and ciphers it accepts, and the exchange of a certificate while it runs. Nothing about HTTP,
 * sessions or people may enter.
 */
@NullMarked
package dev.sotto.tls;

import org.jspecify.annotations.NullMarked;
