package dev.sotto.nlu.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.testing.Bots;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class ModelBytesTest {

    private final Origin origin = Origin.of("engine/1", Bots.bank());

    private byte[] model() {
        ModelOutput out = new ModelOutput("engine", origin);
        out.putInt(-5);
        out.putText("häh");
        out.putFloat(1.5f);
        out.putInts(new int[] {1, 2, 3});
        out.putFloats(new float[] {0.5f, -1});
        out.putBytes(new byte[] {9, 8});
        out.putFloats(new float[100_000]);
        return out.finish();
    }

    private void read(byte[] model) {
        ModelInput in = new ModelInput(model, "engine", origin);
        assertThat(in.getInt()).isEqualTo(-5);
        assertThat(in.getText()).isEqualTo("häh");
        assertThat(in.getFloat()).isEqualTo(1.5f);
        assertThat(in.getInts()).containsExactly(1, 2, 3);
        assertThat(in.getFloats(2)).containsExactly(0.5f, -1);
        assertThat(in.getBytes()).containsExactly(9, 8);
        assertThat(in.getFloats()).hasSize(100_000);
        in.finish();
    }

    @Test
    void readsBackWhatWasWritten() {
        read(model());
    }

    @Test
    void refusesEveryTruncationOfItsHead() {
        byte[] model = model();
        for (int length = 0; length < 200; length++) {
            byte[] cut = Arrays.copyOf(model, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(CorruptModelException.class);
        }
    }

    @Test
    void refusesAnotherEngineOrOrigin() {
        byte[] model = model();

        assertThatThrownBy(() -> new ModelInput(model, "other", origin)).isInstanceOf(CorruptModelException.class);
        assertThatThrownBy(() -> new ModelInput(model, "engine", Origin.of("engine/2", Bots.bank())))
                .isInstanceOf(CorruptModelException.class);
        assertThatThrownBy(() -> new ModelInput(model, "engine", Origin.of("engine/1", Bots.coffee())))
                .isInstanceOf(CorruptModelException.class);
    }

    @Test
    void forgetsTheThresholdWhichTrainsNothing() {
        TrainingSet bank = Bots.bank();
        TrainingSet other = new TrainingSet(bank.locale(), bank.intents(), bank.types(), 0.9);

        assertThat(new ModelInput(model(), "engine", Origin.of("engine/1", other)).getInt())
                .isEqualTo(-5);
    }

    /** Even bytes whose checksum fits must not make the reader fail otherwise or take memory without end. */
    @Test
    void refusesCraftedLengths() {
        Random random = new Random(1);
        byte[] good = model();
        for (int round = 0; round < 2_000; round++) {
            byte[] crafted = Arrays.copyOf(good, 200);
            int at = 16 + random.nextInt(180);
            crafted[at] = (byte) random.nextInt(256);
            if (random.nextBoolean()) {
                ByteBuffer.wrap(crafted).putInt(at, random.nextInt());
            }
            CRC32C checksum = new CRC32C();
            checksum.update(crafted, 0, 196);
            ByteBuffer.wrap(crafted).putInt(196, (int) checksum.getValue());
            assertThatThrownBy(() -> readAll(crafted)).isInstanceOf(CorruptModelException.class);
        }
    }

    private void readAll(byte[] model) {
        ModelInput in = new ModelInput(model, "engine", origin);
        double seen = in.getInt() + in.getText().length() + in.getFloat();
        seen += in.getInts().length + in.getFloats().length + in.getBytes().length;
        assertThat(seen + in.getFloats(100_000)[0]).isNotNaN();
    }
}
