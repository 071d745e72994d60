package dev.sotto.voices.build;

import dev.sotto.voices.FlitePatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import run.endive.build.time.compiler.Config;
import run.endive.build.time.compiler.Generator;
import run.endive.compiler.InterpreterFallback;

/** The step of the build that makes classes of flite's module, unless those are there that it would make. */
public final class CompileFlite {

    /** The one that was measured, listened to by machine and whose licence was read. */
    private static final String ORIGINAL = "f975276f4f2a6de78613f197533aac2167d181b77020866d142d594bcc2a0e80";

    private CompileFlite() {}

    /** Takes the module, the folder for classes, a folder for what is needed in between, and a file for the state. */
    public static void main(String[] arguments) throws IOException {
        Path module = Path.of(arguments[0]);
        Path classes = Path.of(arguments[1]);
        Path work = Path.of(arguments[2]);
        Path stamp = work.resolve("made-by");
        byte[] original = Files.readAllBytes(module);
        if (!hash(original).equals(ORIGINAL)) {
            throw new WasmChangedException("found SHA-256 " + hash(original) + ", expected " + ORIGINAL);
        }
        String state = hash(original) + " " + ownHash();
        boolean there = Files.exists(classes.resolve(FlitePatch.COMPILED + "Machine.class"))
                && Files.exists(classes.resolve(FlitePatch.COMPILED + ".meta"));
        if (there && Files.exists(stamp) && Files.readString(stamp).equals(state)) {
            return;
        }
        Files.createDirectories(work);
        Files.deleteIfExists(stamp);
        Path patched = work.resolve("flite-library.wasm");
        Files.write(patched, FlitePatcher.patch(original));
        compile(patched, classes, work.resolve("sources"));
        Files.writeString(stamp, state);
    }

    private static void compile(Path patched, Path classes, Path sources) throws IOException {
        Generator generator = new Generator(Config.builder()
                .withWasmFile(patched)
                .withName(FlitePatch.COMPILED.replace('/', '.'))
                .withTargetClassFolder(classes)
                .withTargetSourceFolder(sources)
                .withTargetWasmFolder(classes)
                // A function that could not be compiled would be a hundred times slower: better no build.
                .withInterpreterFallback(InterpreterFallback.FAIL)
                .build());
        Set<Integer> interpreted = generator.generateResources();
        generator.generateMetaWasm(interpreted);
    }

    /** What this step is made of: the classes of this package and the patch. */
    private static String ownHash() throws IOException {
        MessageDigest digest = sha256();
        for (Class<?> part : List.of(CompileFlite.class, FlitePatcher.class, WasmFunctions.class, FlitePatch.class)) {
            try (InputStream in = part.getResourceAsStream(part.getSimpleName() + ".class")) {
                digest.update(in == null ? new byte[0] : in.readAllBytes());
            }
        }
        digest.update(Generator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getFile()
                .replaceAll(".*/", "")
                .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("this Java has no SHA-256", e));
        }
    }
}
