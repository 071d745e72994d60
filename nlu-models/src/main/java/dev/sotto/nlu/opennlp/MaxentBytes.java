package dev.sotto.nlu.opennlp;

import dev.sotto.nlu.CorruptModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.MaxentModel;

/**
 * OpenNLP's own plain binary form of a linear model. Its model archives are not used, for they carry the time of their
 * making and so differ from training to training.
 */
final class MaxentBytes {

    private MaxentBytes() {}

    static byte[] write(MaxentModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            new GenericModelWriter((AbstractModel) model, out).persist();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static MaxentModel read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new GenericModelReader(new BinaryFileDataReader(in)).getModel();
        } catch (IOException | RuntimeException e) {
            throw new CorruptModelException("a linear model that cannot be read");
        }
    }
}
