package dev.sotto.server;

import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedEngine;

/** A server for tests of what goes over the wire: it understands little, and is generous in all but sizes. */
final class WireTestServer {

    /** Budgets that no test uses up by accident: all tests come from one address. */
    private static final String GENEROUS = "{ per-minute: 100000, burst: 100000 }";

    private WireTestServer() {}

    static RunningServer.Knobs with() {
        return RunningServer.with()
                .engine(new ScriptedEngine("scripted"))
                .steeredTime()
                .limit("tokens-per-address", GENEROUS)
                .limit("connections-per-address", GENEROUS)
                .limit("failures-per-address", GENEROUS);
    }
}
