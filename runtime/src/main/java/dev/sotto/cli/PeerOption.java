package dev.sotto.cli;

import dev.sotto.bench.Peer;
import picocli.CommandLine.Option;

/** What a measurement is taken beside. */
final class PeerOption {

    @Option(names = "--peer", paramLabel = "PEER", description = "nlpjs, or none to measure Sotto alone.")
    private Peer peer = Peer.NLPJS;

    Peer peer() {
        return peer;
    }
}
