package dev.sotto.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.sensitive.PersonId;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.Secret;
import dev.sotto.sensitive.Sensitive;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people say cannot be printed, serialised or turned into JSON by accident. */
class SensitiveTest {

    private static final String CANARY = "yellow feathers";

    record Holder(Sensitive held) {}

    @ParameterizedTest
    @MethodSource("kinds")
    void doesNotPrintItself(Sensitive sensitive) {
        assertThat(new Holder(sensitive).toString())
                .contains(sensitive.getClass().getSimpleName())
                .doesNotContain("yellow");
        assertThat(sensitive.reveal()).isEqualTo(CANARY);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isRefusedByAJsonLibraryEvenInsideOfSomethingElse(Sensitive sensitive) {
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(new Holder(sensitive)))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageNotContaining("yellow");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isRefusedByJavaSerialisation(Sensitive sensitive) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(sensitive)).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void comesInNoOtherKindThanThese() {
        assertThat(Sensitive.class.getPermittedSubclasses())
                .containsExactlyInAnyOrderElementsOf(
                        kinds().<Class<?>>map(Object::getClass).toList())
                .allMatch(kind -> Modifier.isFinal(kind.getModifiers()) && kind.getDeclaredMethods().length == 0);
    }

    static Stream<Sensitive> kinds() {
        return Stream.of(
                new Utterance(CANARY),
                new SlotValue(CANARY),
                new Saying(CANARY),
                new PersonId(CANARY),
                new Secret(CANARY));
    }
}
