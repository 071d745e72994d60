package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import dev.sotto.storage.Folders;
import dev.sotto.storage.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Installed models, each in a folder of its own. A model is there whole or not at all, so several processes can share a
 * directory. Safe for many threads.
 */
public final class ModelStore {

    /** The model within its folder; the manifest lies beside it. */
    private static final String MODEL = "model";

    private static final String ASIDE = ".part-";
    private static final String NUMBERED = ".numbered";

    private static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Optional.empty());

    private final Path directory;

    /**
     * @param directory made if a model is installed and it is missing
     */
    public ModelStore(Path directory) {
        this.directory = directory;
    }

    /** Returns the models within the directory in which a server keeps what it makes itself. */
    public static ModelStore within(Path storage) {
        return new ModelStore(storage.resolve("speech-models"));
    }

    /** What is said about a model when it is installed; what is not said is looked for in the model. */
    public record Said(Optional<String> name, Optional<Locale> locale, Optional<String> licence) {}

    /** Returns all, in the order of their names. What has no list of files any longer is left out. */
    public List<InstalledModel> list() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<InstalledModel> models = new ArrayList<>();
        try (Stream<Path> folders = Files.list(directory)) {
            for (Path folder : folders.sorted().toList()) {
                if (ModelDescription.isName(folder.getFileName().toString())
                        && Files.isRegularFile(folder.resolve(ModelManifest.FILE))) {
                    models.add(installed(folder));
                }
            }
        }
        return models;
    }

    /**
     * Returns an installed model, which is not looked at.
     *
     * @throws ModelRefusedException if its list of files cannot be read
     */
    public Optional<InstalledModel> find(String name) throws IOException {
        Path folder = directory.resolve(name);
        return ModelDescription.isName(name) && Files.isDirectory(folder)
                ? Optional.of(installed(folder))
                : Optional.empty();
    }

    private static InstalledModel installed(Path folder) throws IOException {
        return new InstalledModel(folder.resolve(MODEL), ModelManifest.read(folder));
    }

    /**
     * Looks at all files of an installed model.
     *
     * @throws ModelRefusedException if one is not what was installed, or not what libvosk can be given
     */
    public void verify(InstalledModel model) throws IOException {
        ModelFacts unused = check(model, ModelFolder.find(model.folder()));
        assert unused != null;
    }

    private static ModelFacts check(InstalledModel model, ModelFolder folder) throws IOException {
        model.manifest().check(folder);
        return ModelCheck.check(folder);
    }

    /**
     * Looks at all files of an installed model, and makes it ready to listen with. Takes as long as it takes to read it.
     *
     * @throws ModelRefusedException if a file is not what was installed, or not what libvosk can be given
     */
    public OfficialModel open(InstalledModel model) throws IOException {
        ModelFolder folder = ModelFolder.find(model.folder());
        ModelFacts facts = check(model, folder);
        NumberedModel numbered = NumberedModels.of(directory.resolve(NUMBERED), folder, facts, model.manifest());
        return new OfficialModel(model, numbered, facts.words());
    }

    /**
     * Returns the model at a path: in a folder it is used where it lies and not installed; of a zip file it is the one that
     * was installed from it, installed first if none was.
     *
     * @throws ModelRefusedException if it is none that libvosk can be given, its name tells no language, or another installed
     *     model has its name
     */
    public InstalledModel at(Path path) throws IOException {
        return Files.isDirectory(path) ? inFolder(path) : ofZip(path);
    }

    private InstalledModel ofZip(Path zip) throws IOException {
        String hash = zipHash(zip);
        for (InstalledModel model : list()) {
            if (!hash.isEmpty() && model.manifest().source().equals(hash)) {
                return model;
            }
        }
        return install(zip, NOTHING);
    }

    private static InstalledModel inFolder(Path source) throws IOException {
        ModelFolder folder = ModelFolder.find(source);
        ModelFacts facts = ModelCheck.check(folder);
        return new InstalledModel(
                folder.root(), ModelManifest.of(folder, facts, "", describe(source, folder, NOTHING)));
    }

    /**
     * Installs a model.
     *
     * @param source a folder, or a zip file with one in it
     * @throws ModelRefusedException if it is none that libvosk can be given, or one of that name is there
     */
    public InstalledModel install(Path source, Said said) throws IOException {
        Files.createDirectories(directory);
        Path aside = Files.createTempDirectory(directory, ASIDE);
        try {
            ModelFolder found = source(source, aside);
            ModelFacts facts = ModelCheck.check(found);
            ModelDescription description = describe(source, found, said);
            if (Files.exists(directory.resolve(description.name()))) {
                throw taken(description);
            }
            ModelFolder copied = Files.isDirectory(source) ? copy(found, aside.resolve(MODEL)) : moved(found, aside);
            ModelManifest manifest = ModelManifest.of(copied, facts, zipHash(source), description);
            // What was copied is what was looked at: nobody may have changed it in between.
            ModelFacts again = ModelCheck.check(copied);
            assert again != null;
            Path whole = Files.createDirectory(aside.resolve(description.name()));
            Files.move(aside.resolve(MODEL), whole.resolve(MODEL));
            manifest.write(whole);
            putInPlace(whole, description);
            return new InstalledModel(directory.resolve(description.name()).resolve(MODEL), manifest);
        } finally {
            Folders.remove(aside);
        }
    }

    private static String zipHash(Path source) throws IOException {
        return Files.isRegularFile(source) ? Sha256.of(source) : "";
    }

    private static ModelFolder source(Path source, Path aside) throws IOException {
        if (!Files.isRegularFile(source)) {
            return ModelFolder.find(source);
        }
        Path unpacked = Files.createDirectory(aside.resolve("unpacked"));
        ModelZip.unpack(source, unpacked);
        return ModelFolder.find(unpacked);
    }

    private static ModelFolder copy(ModelFolder from, Path to) throws IOException {
        for (String name : from.files()) {
            Path target = to.resolve(name);
            Files.createDirectories(target.getParent());
            Files.copy(from.root().resolve(name), target);
        }
        return ModelFolder.find(to);
    }

    private static ModelFolder moved(ModelFolder from, Path aside) throws IOException {
        Files.move(from.root(), aside.resolve(MODEL));
        return ModelFolder.find(aside.resolve(MODEL));
    }

    private void putInPlace(Path whole, ModelDescription description) throws IOException {
        try {
            Files.move(whole, directory.resolve(description.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.exists(directory.resolve(description.name()))) {
                throw taken(description);
            }
            throw e;
        }
    }

    private static ModelRefusedException taken(ModelDescription description) {
        return new ModelRefusedException(
                Reason.DESCRIPTION,
                description.name(),
                "a model of this name is installed",
                "another name",
                "give one with --name, or remove that model first");
    }

    private static ModelDescription describe(Path source, ModelFolder found, Said said) throws IOException {
        String own = String.valueOf(source.toRealPath().getFileName());
        String file = Files.isDirectory(source) ? own : own.replaceFirst("(?i)\\.zip$", "");
        String folder = String.valueOf(found.root().getFileName());
        String name = said.name().orElse(ModelDescription.localeOf(folder).isPresent() ? folder : file);
        Locale locale = said.locale()
                .or(() -> ModelDescription.localeOf(name))
                .or(() -> ModelDescription.localeOf(folder))
                .or(() -> ModelDescription.localeOf(file))
                .orElse(Locale.ROOT);
        Optional<String> licence = said.licence().isPresent() ? said.licence() : ModelDescription.licenceIn(found);
        return new ModelDescription(name, locale, licence.orElse(ModelDescription.UNKNOWN));
    }

    /** Removes an installed model, at once and whole. Returns whether there was one. */
    public boolean remove(String name) throws IOException {
        Path folder = directory.resolve(name);
        if (!ModelDescription.isName(name) || !Files.isDirectory(folder)) {
            return false;
        }
        Path aside = Files.createTempDirectory(directory, ASIDE);
        try {
            Files.move(folder, aside.resolve(MODEL), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.remove(aside);
        }
        return true;
    }
}
