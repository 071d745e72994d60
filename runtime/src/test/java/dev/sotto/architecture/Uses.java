package dev.sotto.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import dev.sotto.sensitive.Sensitive;

/** What the rules look for: calls by the class that owns them and their names, as regular expressions. */
final class Uses {

    private Uses() {}

    static DescribedPredicate<JavaAccess<?>> reveals() {
        return targetOwner(assignableTo(Sensitive.class))
                .and(target(nameMatching("reveal")))
                .as("reveal");
    }

    static DescribedPredicate<JavaAccess<?>> calls(String owners, String names) {
        return target(nameMatching(names)).and(targetOwner(nameMatching(owners)));
    }

    static DescribedPredicate<JavaAccess<?>> startsThreads() {
        return calls("java\\.lang\\.Thread", "<init>|start|ofVirtual|ofPlatform")
                .or(calls(
                        "java\\.util\\.(Timer|concurrent\\.(ThreadPoolExecutor|ScheduledThreadPoolExecutor|ForkJoinPool))",
                        "<init>|commonPool"))
                .or(calls("java\\.util\\.concurrent\\.Executors", ".*"))
                .or(calls("java\\.util\\.concurrent\\.CompletableFuture", ".*Async"))
                .or(calls("java\\.util\\..*", "parallelStream|parallel"))
                .or(calls(
                        "io\\.vertx\\.core\\.(Vertx|Context|WorkerExecutor)",
                        "executeBlocking|createSharedWorkerExecutor"))
                .as("start threads");
    }

    static DescribedPredicate<JavaAccess<?>> waits() {
        return calls("java\\.lang\\.Object", "wait|notify|notifyAll")
                .or(calls("java\\.lang\\.Thread", "join|sleep|onSpinWait"))
                .or(calls("java\\.util\\.concurrent\\.locks\\..*", "lock|lockInterruptibly|await.*"))
                .or(calls("java\\.util\\.concurrent\\.(CountDownLatch|CyclicBarrier|Phaser)", "await.*"))
                .or(calls("java\\.util\\.concurrent\\.Semaphore", "acquire.*"))
                .or(calls(
                        "java\\.util\\.concurrent\\..*(Future|ExecutorService)", "get|join|awaitTermination|invokeA.*"))
                .or(calls("java\\.util\\.concurrent\\..*Queue|java\\.util\\.concurrent\\..*Deque", "take.*|put.*"))
                .or(calls("io\\.vertx\\.core\\.Future", "await|toCompletionStage"))
                .as("wait");
    }

    static DescribedPredicate<JavaAccess<?>> readsAClock() {
        return calls("java\\.time\\..*", "now|system.*|tick.*")
                .or(calls("java\\.lang\\.System", "currentTimeMillis|nanoTime"))
                .or(calls("java\\.util\\.(Date|GregorianCalendar)", "<init>"))
                .or(calls("io\\.vertx\\.core\\.Vertx", "setTimer|setPeriodic|timer"))
                .as("read a clock or set a timer");
    }

    static DescribedPredicate<JavaAccess<?>> writesFiles() {
        return calls(
                        "java\\.nio\\.file\\.Files",
                        "write.*|newBufferedWriter|newOutputStream|newByteChannel|create.*|copy|move|delete.*|set.*")
                .or(calls(
                        "java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile|PrintWriter|PrintStream)", "<init>"))
                .or(calls("java\\.io\\.File", "createTempFile|createNewFile|mkdirs?|renameTo|delete.*"))
                .or(calls("java\\.nio\\.channels\\.(FileChannel|AsynchronousFileChannel)", "open|write|map"))
                .or(calls("java\\.io\\.ObjectOutputStream", "<init>"))
                .or(calls("io\\.vertx\\.core\\.file\\.(FileSystem|AsyncFile)", ".*"))
                .or(calls("io\\.vertx\\.core\\.Vertx", "fileSystem"))
                .or(calls("dev\\.sotto\\.storage\\.(WholeFile|Folders)", ".*"))
                .as("write files");
    }

    static DescribedPredicate<JavaAccess<?>> mapsBeans() {
        return calls(
                        "com\\.fasterxml\\.jackson\\.databind\\..*(Mapper|Reader|Writer)",
                        "writeValue.*|valueToTree|convertValue|updateValue|readValue.*|treeToValue")
                .or(calls("com\\.fasterxml\\.jackson\\.core\\.JsonGenerator", "writeObject|writePOJO|writeObjectField"))
                .or(calls("io\\.vertx\\.core\\.json\\..*", "mapFrom|mapTo|encode.*|decode.*"))
                .as("map objects to JSON as a whole");
    }

    static DescribedPredicate<JavaAccess<?>> prints() {
        return calls("java\\.lang\\.System", "out|err|console")
                .or(targetOwner(assignableTo(Throwable.class)).and(target(nameMatching("printStackTrace"))))
                .as("print");
    }
}
