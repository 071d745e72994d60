package dev.sotto.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.util.List;

/** The rules, each over the packages below a root. */
enum Law {
    NO_CYCLES("planted.first") {
        @Override
        ArchRule over(String root) {
            return slices().matching(root + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("what depends on each other in a circle can only be understood all at once");
        }
    },

    PURE_DIALOGUE("planted.dialogue.PlantedClock") {
        @Override
        ArchRule over(String root) {
            String[] allowed = Packages.below(
                    root,
                    List.of("dialogue", "bot", "nlu", "nlu.text", "nlu.value", "lex", "turn", "sensitive"),
                    "java.lang..",
                    "java.math",
                    "java.text",
                    "java.time",
                    "java.time.chrono",
                    "java.time.format",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.util.regex",
                    "org.jspecify.annotations");
            return classes()
                    .that()
                    .resideInAPackage(root + ".dialogue")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed)
                            .and(DescribedPredicate.not(nameMatching("java\\.util\\.(Random|Timer|UUID|Scanner).*")))
                            .and(DescribedPredicate.not(nameMatching("java\\.lang\\.(Thread|Process|System).*")))
                            .and(DescribedPredicate.not(nameMatching("java\\.time\\.(Clock|Instant).*")))
                            .or(type(java.net.URI.class)))
                    .because("the conversation is a pure function: no clock, chance, thread, file or network");
        }
    },

    VERTX_AT_THE_EDGE("planted.loose.PlantedVertx") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(Packages.below(root, Packages.WITH_VERTX))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.vertx..", "io.netty..")
                    .because("what knows nothing of the event loop can be tested and reused without one");
        }
    },

    THREADS_IN_FEW_HANDS("planted.loose.PlantedThread") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(Packages.below(root, Packages.WITH_THREADS))
                    .should()
                    .accessTargetWhere(Uses.startsThreads())
                    .because("every thread has an owner, a name and a bound");
        }
    },

    NO_WAITING_ON_EVENT_LOOPS("planted.session.PlantedWaiting") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(Packages.below(root, Packages.ON_EVENT_LOOPS))
                    .should()
                    .accessTargetWhere(Uses.waits())
                    .because("one that waits on an event loop stops everybody else on it");
        }
    },

    NO_MONITORS_ON_EVENT_LOOPS("planted.session.PlantedMonitor") {
        @Override
        ArchRule over(String root) {
            return classes()
                    .that()
                    .resideInAnyPackage(Packages.below(root, Packages.ON_EVENT_LOOPS))
                    .should(Monitors.notBeEntered())
                    .because("state is confined to one event loop, or replaced in one step");
        }
    },

    NO_SLEEPING("planted.loose.PlantedSleep") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .should()
                    .accessTargetWhere(Uses.calls("java\\.lang\\.Thread", "sleep"))
                    .because("whoever sleeps waits too long or not long enough");
        }
    },

    ONE_CLOCK("planted.loose.PlantedTime") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(Packages.below(root, Packages.WITH_CLOCK))
                    .should()
                    .accessTargetWhere(Uses.readsAClock())
                    .because("a test must be able to decide what time it is");
        }
    },

    REVEALED_BY_FEW("planted.loose.PlantedReveal") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(Packages.below(root, Packages.REVEALING))
                    .should()
                    .accessTargetWhere(Uses.reveals())
                    .because("what people say leaks where it is looked at");
        }
    },

    FIXED_BY_FEW("planted.loose.PlantedFixedText") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(Packages.below(root, Packages.FIXING))
                    .should()
                    .accessTargetWhere(Uses.calls("dev\\.sotto\\.speech\\.script\\.FixedText", "plain|ssml"))
                    .because("only what stands in a bot's files may be kept as audio, and values stand elsewhere");
        }
    },

    WRITTEN_BY_FEW("planted.loose.PlantedFile") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(Packages.below(root, Packages.WRITING))
                    .should()
                    .accessTargetWhere(Uses.writesFiles())
                    .because("nothing that people say is ever written down, and few places are soon looked through");
        }
    },

    NO_DATABASE("planted.loose.PlantedDatabase") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "java.util.prefs..")
                    .because("nothing that people say is ever written down");
        }
    },

    TERMINAL_FOR_COMMANDS("planted.loose.PlantedPrint") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(Packages.below(root, Packages.WITH_TERMINAL))
                    .should()
                    .accessTargetWhere(Uses.prints())
                    .because("what is printed past the log is checked by nobody");
        }
    },

    ONE_LOG("planted.loose.PlantedLog") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".log")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.slf4j..", "ch.qos.logback..", "java.util.logging..")
                            .or(nameMatching("java\\.lang\\.System\\$Logger.*")))
                    .because("the log takes fields from an allow-list and no free text");
        }
    },

    SENSITIVE_IS_NOT_SERIALISED("planted.loose.PlantedSerial") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .areAssignableTo(Serializable.class)
                    .should(Sensitivity.beHeld())
                    .because("what can be serialised ends up in a file or a message that nobody thought of");
        }
    },

    NO_BEANS_TO_JSON("planted.loose.PlantedBean") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .should()
                    .accessTargetWhere(Uses.mapsBeans())
                    .because("JSON is written member by member, so that no member is written by accident");
        }
    },

    PLAIN_NAMES("planted.loose.util") {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..", "..common..", "..helper..", "..impl..", "..manager..", "..service..")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .because("a thing is named after what it is");
        }
    };

    private final String planted;

    Law(String planted) {
        this.planted = planted;
    }

    /** Returns the rule over the packages below a root. */
    abstract ArchRule over(String root);

    /** Returns where its planted violation is found, relative to this package. */
    String planted() {
        return planted;
    }
}
