package dev.sotto.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.sotto.sensitive.Sensitive;

/** Whether a class holds what people say, or is it. */
final class Sensitivity {

    private Sensitivity() {}

    static ArchCondition<JavaClass> beHeld() {
        return new ArchCondition<>("be or hold anything sensitive") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (item.isAssignableTo(Sensitive.class)) {
                    events.add(SimpleConditionEvent.satisfied(item, item.getFullName() + " is sensitive"));
                }
                for (JavaField field : item.getAllFields()) {
                    boolean sensitive = field.getAllInvolvedRawTypes().stream()
                            .anyMatch(type -> type.isAssignableTo(Sensitive.class));
                    if (sensitive && !field.getModifiers().contains(JavaModifier.TRANSIENT)) {
                        events.add(SimpleConditionEvent.satisfied(item, field.getFullName() + " is sensitive"));
                    }
                }
            }
        };
    }
}
