package dev.sotto.speech.vosk;

import dev.sotto.speech.model.AcousticSet;
import dev.sotto.speech.model.Gaussians;
import dev.sotto.speech.model.Phones;
import dev.sotto.speech.model.SphinxModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code am/final.mdl}: transitions, and mixtures of Gaussians put as a network of Kaldi's nnet3. A Gaussian's
 * logarithm is an affine function of features and their squares; a softmax over all of them needs no normaliser, for it is
 * the same for all senones; a block of weights mixes; and the logarithm is a sum of ramps. Confined to one thread.
 */
final class AcousticFile {

    /** The logarithm bends at so many places, each so many nats below the one before; finer does not hear better (measured). */
    private static final int RAMPS = 8;

    private static final double APART = 2;

    private static final int SIZE = Gaussians.SIZE;
    private static final int FEATURES = Gaussians.STREAMS * SIZE;
    private static final int CONTEXT = 3;
    private static final float FLOOR = 1e-20f;

    private final KaldiFile out;
    private final SphinxModel model;
    private final AcousticSet set;
    private final Senones senones;

    private AcousticFile(KaldiFile out, SphinxModel model, AcousticSet set, Senones senones) {
        this.out = out;
        this.model = model;
        this.set = set;
        this.senones = senones;
    }

    static void write(Path file, SphinxModel model, AcousticSet set, Senones senones) throws IOException {
        try (KaldiFile out = new KaldiFile(file)) {
            out.begin();
            AcousticFile writer = new AcousticFile(out, model, set, senones);
            writer.transitions();
            writer.network();
        }
    }

    private void transitions() throws IOException {
        out.token("<TransitionModel>");
        topology();
        out.token("<Triples>");
        out.sized(senones.triples().size());
        float[] logs = new float[1 + 2 * senones.triples().size()];
        int at = 1;
        for (Senones.Triple triple : senones.triples()) {
            out.sized(triple.phone());
            out.sized(triple.state());
            out.sized(triple.output());
            double stay = model.stay(triple.phone() - 1, triple.state());
            logs[at++] = (float) Math.log(stay);
            logs[at++] = (float) Math.log(1 - stay);
        }
        out.token("</Triples>");
        out.token("<LogProbs>");
        out.vector(logs);
        out.token("</LogProbs>");
        out.token("</TransitionModel>");
    }

    /** All phones have three states, each of which is stayed in or left for the next. */
    private void topology() throws IOException {
        int phones = model.phones().count();
        int[] numbers = new int[phones];
        int[] entries = new int[phones + 1];
        entries[0] = -1;
        for (int i = 0; i < phones; i++) {
            numbers[i] = i + 1;
        }
        out.token("<Topology>");
        out.integers(numbers);
        out.integers(entries);
        out.sized(1);
        out.sized(Phones.STATES + 1);
        for (int state = 0; state < Phones.STATES; state++) {
            out.sized(state);
            out.sized(2);
            out.sized(state);
            out.sized(0.5f);
            out.sized(state + 1);
            out.sized(0.5f);
        }
        out.sized(-1);
        out.sized(0);
        out.token("</Topology>");
    }

    private void network() throws IOException {
        out.token("<Nnet3>");
        out.text("\n" + String.join("\n", NetworkText.lines(ramps())) + "\n\n");
        out.token("<NumComponents>");
        out.sized(2 + 3 * Gaussians.STREAMS + 2);
        slopes();
        component("sq");
        out.token("<ElementwiseProductComponent>");
        dimensions(2 * FEATURES, FEATURES);
        out.token("</ElementwiseProductComponent>");
        for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
            logLikelihoods(stream);
            component("p" + stream);
            plain("SoftmaxComponent", senones.blocks() * Gaussians.DENSITIES);
            mixtures(stream);
        }
        logarithm();
        out.token("</Nnet3>");
        out.token("<LeftContext>");
        out.sized(CONTEXT);
        out.token("<RightContext>");
        out.sized(CONTEXT);
        out.token("<Priors>");
        out.vector();
    }

    /** Cepstra, the difference over four frames, and the difference of two of those. */
    private void slopes() throws IOException {
        int frames = 2 * CONTEXT + 1;
        float[][] rows = new float[FEATURES][frames * SIZE];
        for (int k = 0; k < SIZE; k++) {
            rows[k][CONTEXT * SIZE + k] = 1;
            rows[SIZE + k][(CONTEXT + 2) * SIZE + k] = 1;
            rows[SIZE + k][(CONTEXT - 2) * SIZE + k] = -1;
            rows[2 * SIZE + k][(CONTEXT + 3) * SIZE + k] = 1;
            rows[2 * SIZE + k][(CONTEXT - 1) * SIZE + k] = -1;
            rows[2 * SIZE + k][(CONTEXT + 1) * SIZE + k] = -1;
            rows[2 * SIZE + k][(CONTEXT - 3) * SIZE + k] = 1;
        }
        component("feat");
        fixedAffine(rows, new float[FEATURES]);
    }

    private void logLikelihoods(int stream) throws IOException {
        int count = senones.blocks() * Gaussians.DENSITIES;
        float[][] rows = new float[count][2 * SIZE];
        float[] biases = new float[count];
        for (int i = 0; i < count; i++) {
            int phone = senones.phoneOfBlock(i / Gaussians.DENSITIES);
            int density = i % Gaussians.DENSITIES;
            float[] mean = set.gaussians().mean(phone, stream, density);
            float[] variance = set.gaussians().variance(phone, stream, density);
            double bias = 0;
            for (int k = 0; k < SIZE; k++) {
                rows[i][k] = mean[k] / variance[k];
                rows[i][SIZE + k] = -0.5f / variance[k];
                bias -= 0.5 * (Math.log(variance[k]) + (double) mean[k] * mean[k] / variance[k]);
            }
            biases[i] = (float) bias;
        }
        component("g" + stream);
        fixedAffine(rows, biases);
    }

    private void mixtures(int stream) throws IOException {
        float[][] rows = new float[senones.outputCount()][Gaussians.DENSITIES];
        for (Map.Entry<Integer, Integer> output : senones.outputs().entrySet()) {
            rows[output.getValue()] = model.weights(output.getKey(), stream);
        }
        float[] biases = new float[rows.length];
        Arrays.fill(biases, FLOOR);
        component("m" + stream);
        out.token("<BlockAffineComponent>");
        out.token("<LearningRate>");
        out.sized(0.001f);
        out.token("<NumBlocks>");
        out.sized(senones.blocks());
        out.token("<LinearParams>");
        rows(rows);
        out.token("<BiasParams>");
        out.vector(biases);
        out.token("</BlockAffineComponent>");
    }

    /**
     * The logarithm of x, drawn straight between the places x = e^(-2k) and exact there: minus the sum over k of
     * h max(0, 1 - x e^(2k)), with h = 2, and 2 / (1 - e^-2) for the first. Each stream's ramps are as high as it counts.
     */
    private List<String> ramps() {
        double[] weights = set.streamWeights().inOrder();
        List<String> ramps = new ArrayList<>();
        for (int ramp = 0; ramp < RAMPS; ramp++) {
            double height = ramp == 0 ? APART / (1 - Math.exp(-APART)) : APART;
            for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
                double high = weights[stream] * height;
                ramps.add(NetworkText.ramp(high, high * Math.exp(ramp * APART), stream, senones.outputCount()));
            }
        }
        return ramps;
    }

    private void logarithm() throws IOException {
        int outputs = senones.outputCount();
        int width = RAMPS * Gaussians.STREAMS * outputs;
        component("re");
        plain("RectifiedLinearComponent", width);
        component("sb");
        out.token("<SumBlockComponent>");
        dimensions(width, outputs);
        out.token("<Scale>");
        out.sized(-1f);
        out.token("</SumBlockComponent>");
    }

    private void component(String name) throws IOException {
        out.token("<ComponentName>");
        out.token(name);
    }

    private void dimensions(int input, int output) throws IOException {
        out.token("<InputDim>");
        out.sized(input);
        out.token("<OutputDim>");
        out.sized(output);
    }

    private void fixedAffine(float[][] rows, float[] biases) throws IOException {
        out.token("<FixedAffineComponent>");
        out.token("<LinearParams>");
        rows(rows);
        out.token("<BiasParams>");
        out.vector(biases);
        out.token("</FixedAffineComponent>");
    }

    private void plain(String name, int dimension) throws IOException {
        out.token("<" + name + ">");
        out.token("<Dim>");
        out.sized(dimension);
        for (String statistics : List.of("<ValueAvg>", "<DerivAvg>")) {
            out.token(statistics);
            out.vector();
        }
        out.token("<Count>");
        out.sized(0f);
        out.token("</" + name + ">");
    }

    private void rows(float[][] rows) throws IOException {
        out.matrix(rows.length, rows[0].length);
        for (float[] row : rows) {
            out.bare(row);
        }
    }
}
