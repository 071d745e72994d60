package dev.sotto.nlu;

/**
 * The seam of understanding: trains models and reads them back. Blocking; safe for many threads. Training is
 * deterministic: the same set gives a model that answers alike on each run.
 */
public interface UnderstandingEngine extends AutoCloseable {

    /** A short stable name, as a bot file writes it: {@code embedding}, {@code opennlp}. */
    String name();

    /**
     * What, beside the training set, decides the trained model: version of the trainer, seed and hash of the encoder.
     * Never a hash of model bytes, for quantised arithmetic differs between CPU types.
     */
    String fingerprint();

    /** Trains a model and returns it as bytes that {@link #load} reads. Takes seconds of CPU. */
    byte[] train(TrainingSet set);

    /**
     * Reads a model.
     *
     * @throws CorruptModelException if the bytes are not a whole model of this engine for this set
     */
    Interpreter load(byte[] model, TrainingSet set);

    /** Releases the encoder, if there is one. Interpreters must be closed first. */
    @Override
    void close();
}
