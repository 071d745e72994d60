package dev.sotto.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether a class has {@code synchronized} methods or blocks. ArchUnit does not see blocks, so the byte code is read. */
final class Monitors {

    private Monitors() {}

    static ArchCondition<JavaClass> notBeEntered() {
        return new ArchCondition<>("not be synchronized") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaMethod method : item.getMethods()) {
                    if (method.getModifiers().contains(JavaModifier.SYNCHRONIZED)) {
                        events.add(SimpleConditionEvent.violated(item, method.getFullName() + " is synchronized"));
                    }
                }
                if (hasBlock(item)) {
                    events.add(SimpleConditionEvent.violated(item, item.getFullName() + " has a synchronized block"));
                }
            }
        };
    }

    private static boolean hasBlock(JavaClass item) {
        AtomicBoolean found = new AtomicBoolean();
        try (InputStream code = item.getSource().orElseThrow().getUri().toURL().openStream()) {
            new ClassReader(code).accept(new BlockFinder(found), ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.get();
    }

    private static final class BlockFinder extends ClassVisitor {

        private final AtomicBoolean found;

        BlockFinder(AtomicBoolean found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode == Opcodes.MONITORENTER) {
                        found.set(true);
                    }
                }
            };
        }
    }
}
