package dev.sotto.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.SlotValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RenderTest {

    private static final Bot BOT = Bots.bot(Bots.intent("order")
            .slot(Bots.slot("size", "size", 0, DataClass.PUBLIC))
            .slot(Bots.slot("name", "payee", 0, DataClass.PERSONAL))
            .slot(Bots.slot("pin", "number", 0, DataClass.SECRET))
            .build());

    private final Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();

    @Test
    void leavesNoGapWhereAValueIsMissing() {
        assertThat(text("A {size} coffee.")).isEqualTo("A coffee.");
        assertThat(text("{size} coffee")).isEqualTo("coffee");
        assertThat(text("Coffee, {size}")).isEqualTo("Coffee, ");
    }

    @Test
    void prefersAWordingWhoseValuesAreAllThere() {
        Rendered rendered = render().message(Bots.message("A {size} coffee.", "Coffee for {name}.", "A coffee."), 0);

        assertThat(rendered.text().reveal()).isEqualTo("A coffee.");
    }

    @Test
    void saysTheValueThatWasResolvedAndElseThePersonsWords() {
        fill("size", Optional.of("biggish"), Optional.of("large"));
        fill("name", Optional.of("ann"), Optional.empty());

        assertThat(text("{size} for {name}")).isEqualTo("large for ann");
    }

    @Test
    void knowsNoSlotOfAnotherIntentAndNoUnknownAttribute() {
        assertThat(text("{payee}[nobody]!")).isEqualTo("!");
    }

    @Test
    void isAsRestrictedAsTheMostRestrictedValue() {
        fill("size", Optional.empty(), Optional.of("large"));
        fill("name", Optional.empty(), Optional.of("anna"));
        attributes.put("branch", new Attribute(new SlotValue("Leeds"), DataClass.INTERNAL));

        assertThat(dataClass("Words.")).isEqualTo(DataClass.PUBLIC);
        assertThat(dataClass("{size}")).isEqualTo(DataClass.PUBLIC);
        assertThat(dataClass("{size} at [branch]")).isEqualTo(DataClass.INTERNAL);
        assertThat(dataClass("{name} at [branch]")).isEqualTo(DataClass.PERSONAL);
        assertThat(dataClass("{pin}")).isEqualTo(DataClass.PUBLIC);
    }

    @Test
    void neverSaysASecret() {
        fill("pin", Optional.of("four seven"), Optional.of("47"));
        attributes.put("token", new Attribute(new SlotValue("hush"), DataClass.SECRET));

        assertThat(text("{pin} and [token]")).isEqualTo("•••• and ••••");
        assertThat(dataClass("{pin}")).isEqualTo(DataClass.PERSONAL);
    }

    private void fill(String slot, Optional<String> original, Optional<String> interpreted) {
        slots.put(
                new SlotName(slot),
                Optional.of(new LexSlot(original.map(SlotValue::new), interpreted.map(SlotValue::new), List.of())));
    }

    private Render render() {
        LexIntent intent =
                new LexIntent(new IntentName("order"), slots, IntentState.IN_PROGRESS, ConfirmationState.NONE);
        return new Render(BOT, Optional.of(intent), attributes);
    }

    private String text(String template) {
        return render().message(Bots.message(template), 7).text().reveal();
    }

    private DataClass dataClass(String template) {
        return render().message(Bots.message(template), 7).dataClass();
    }
}
