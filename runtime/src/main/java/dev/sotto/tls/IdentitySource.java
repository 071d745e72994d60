package dev.sotto.tls;

import dev.sotto.yaml.Problems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Where the server's certificate comes from. Blocking. */
interface IdentitySource {

    /** Returns what is to be served; nothing, and at least one problem more, if there is nothing fit to be. */
    Optional<ServerIdentity> load(Instant now, Problems problems);

    /** Returns something that differs once the files do. */
    Object stamp();

    /** Returns the file to name in the log. */
    Path file();
}
