package dev.sotto.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.bot.BotName;
import dev.sotto.testing.CapturedLog;
import dev.sotto.turn.SessionId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final String CANARY = "quokka-marmalade-7731";
    private static final SessionId SESSION = new SessionId("AAAAAAAAAAAAAAAAAAAAAA");

    private final EventLog log = EventLog.of(Component.SESSION);

    @Test
    void writesAnEventAsOneJsonObjectWithItsFields() throws Exception {
        try (CapturedLog captured = new CapturedLog()) {
            log.info(Event.SESSION_OPENED, Field.session(SESSION), Field.bot(new BotName("bank")), Field.ms(12));

            JsonNode line = new ObjectMapper()
                    .readTree(captured.linesOf("session.opened").get(0));
            assertThat(line.get("level").asText()).isEqualTo("INFO");
            assertThat(line.get("component").asText()).isEqualTo("session");
            assertThat(line.get("session").asText()).isEqualTo(SESSION.value());
            assertThat(line.get("bot").asText()).isEqualTo("bank");
            assertThat(line.get("ms").asInt()).isEqualTo(12);
            assertThat(line.get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }
    }

    @Test
    void writesTheSameFieldsForPeople() {
        try (CapturedLog captured = new CapturedLog(LogFormat.HUMAN)) {
            log.warn(Event.SESSION_REFUSED, Field.code("busy.sessions"), Field.limit(5));

            assertThat(captured.text()).contains(" ! session.refused code=busy.sessions limit=5\n");
        }
    }

    @Test
    void namesTheClassesAndFramesOfAFaultButNoneOfItsMessages() {
        try (CapturedLog captured = new CapturedLog()) {
            Exception cause = new IllegalArgumentException(CANARY);
            Exception thrown = new IllegalStateException("cannot digest " + CANARY, cause);
            thrown.addSuppressed(new RuntimeException(CANARY));

            FaultId id = log.fault(Event.SERVER_FAULT, thrown);

            assertThat(captured.linesOf("server.fault"))
                    .singleElement()
                    .asString()
                    .contains(id.value())
                    .contains("\"java.lang.IllegalStateException\"")
                    .contains("\"caused by java.lang.IllegalArgumentException\"")
                    .contains("at " + EventLogTest.class.getName())
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void leavesOutWhatDoesNotLookLikeANameOfOurs() {
        try (CapturedLog captured = new CapturedLog()) {
            log.info(
                    Event.TURN_REFUSED,
                    Field.code("Send my sister ten pounds"),
                    Field.version("two words"),
                    Field.keyId("a\nb"),
                    Field.locale(Locale.ENGLISH));

            assertThat(captured.linesOf("turn.refused"))
                    .singleElement()
                    .asString()
                    .contains("\"code\":\"?\",\"version\":\"?\",\"key_id\":\"?\",\"locale\":\"en\"");
        }
    }

    @Test
    void everyEventHasADottedNameOfItsOwn() {
        assertThat(Event.values())
                .extracting(Event::word)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+\\.[a-z_]+"));
    }
}
