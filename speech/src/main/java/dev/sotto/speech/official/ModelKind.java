package dev.sotto.speech.official;

/** How a model knows which words follow each other. */
public enum ModelKind {
    /** In one graph that was made with the model: it hears what it was made for, whatever the bot. */
    STATIC_GRAPH("static-graph"),
    /** In a graph apart from that of the sounds, in whose place a grammar can be put. */
    RUN_TIME_GRAMMAR("run-time-grammar");

    private final String text;

    ModelKind(String text) {
        this.text = text;
    }

    /** Returns the kind that prints so. */
    static ModelKind of(String text) {
        return text.equals(RUN_TIME_GRAMMAR.text) ? RUN_TIME_GRAMMAR : STATIC_GRAPH;
    }

    @Override
    public String toString() {
        return text;
    }
}
