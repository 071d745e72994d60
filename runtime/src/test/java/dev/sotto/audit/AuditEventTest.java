package dev.sotto.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.BotName;
import dev.sotto.log.Event;
import dev.sotto.nlu.IntentName;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.HookId;
import dev.sotto.turn.SessionId;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditEventTest {

    private static final Set<Class<?>> CONTENT_FREE = Set.of(
            SessionId.class, Pseudonym.class, BotName.class, IntentName.class, HookId.class, long.class, int.class);

    /** Names of the operator's or the program's, checked where they are logged. */
    private static final Set<String> NAMES = Set.of("version", "alias", "from", "to", "bound", "host");

    @ParameterizedTest
    @MethodSource("kinds")
    void hasNoFieldThatCouldHoldContent(Class<?> kind) {
        for (RecordComponent part : kind.getRecordComponents()) {
            assertThat(part.getType().isEnum()
                            || CONTENT_FREE.contains(part.getType())
                            || (part.getType() == String.class && NAMES.contains(part.getName())))
                    .as(kind.getSimpleName() + "." + part.getName())
                    .isTrue();
        }
    }

    @Test
    void standsInTheLogUnderItsOwnNameWithItsFields() {
        SessionId session = new SessionId("AAAAAAAAAAAAAAAAAAAAAA");
        AuditEvent ended = new AuditEvent.SessionEnded(session, EndReason.EXPIRED);

        assertThat(ended.line().event()).isEqualTo(Event.SESSION_CLOSED);
        assertThat(ended.line().fields())
                .extracting(Object::toString)
                .containsExactly("session=AAAAAAAAAAAAAAAAAAAAAA", "reason=expired");
    }

    @Test
    void namesPrincipalsByPseudonymOnly() {
        Pseudonym who = new Pseudonym("0123456789abcdef");

        assertThat(new AuditEvent.SessionRefused(who, RefusalCode.BOT_UNKNOWN)
                        .line()
                        .fields())
                .extracting(Object::toString)
                .containsExactly("principal=0123456789abcdef", "code=bot.unknown");
    }

    static Stream<Class<?>> kinds() {
        return Stream.of(AuditEvent.class.getPermittedSubclasses());
    }
}
