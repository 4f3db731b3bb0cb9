package mergedesk.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mergedesk.compile.Fingerprint;
import mergedesk.experiment.Progress;
import mergedesk.results.DiskDoor;
import mergedesk.scenario.sweep.PointPlan;
import mergedesk.store.FactorColumn;
import mergedesk.store.Layout;
import mergedesk.store.ResultStore;
import mergedesk.store.StoreFault;
import mergedesk.store.Update;
import mergedesk.sweep.Estimates;
import mergedesk.sweep.LocalExecutor;
import mergedesk.sweep.Onlooker;
import mergedesk.sweep.PointFault;
import mergedesk.sweep.PointRunner;
import mergedesk.sweep.Points;
import mergedesk.sweep.Rounds;
import mergedesk.sweep.RunExecutor;
import mergedesk.sweep.Sweeping;
import mergedesk.units.Internal;

/** Runs sweeps into folders, for the command line and for engines; programs have {@link Mergedesk#sweep}. */
@Internal
public final class Sweeps {
    private static final String LOCK = "running.lock";

    private Sweeps() {}

    /** Threads of this process. */
    public static Function<SweepFile, RunExecutor> threads(int threads) {
        return file -> new LocalExecutor(new SweepPoints(file), file.layout(), threads);
    }

    /** What a sound sweep is, for whoever shows it. */
    public static Shown shown(SweepFile file) {
        return new Shown(file.factors(), file.design(), file.kind(), file.layout(), file.rule());
    }

    /** Its factors as columns, its points and their kind, what is kept of a run, and how often points are run. */
    @Internal
    public record Shown(List<FactorColumn> factors, Points points, PointPlan.Kind kind, Layout layout, Rounds.Rule rule) {}

    /** All that a sound sweep was read from, as it was when it was read, for another machine. */
    public static FrozenSweep frozen(SweepFile file) {
        return file.frozen();
    }

    /** What runs points of a sweep there; it opens no file. {@code stopped}: whether to give up. */
    public static PointRunner runner(FrozenSweep frozen, BooleanSupplier stopped) {
        SweepFile file = SweepFile.of(frozen);
        return new PointRunner(new SweepPoints(file), file.layout(), stopped);
    }

    /**
     * An engine from the class path.
     *
     * @see EngineProvider#start
     */
    public static Function<SweepFile, RunExecutor> engine(String name, String master, Consumer<String> news) {
        try {
            for (EngineProvider engine : ServiceLoader.load(EngineProvider.class)) {
                if (engine.name().equals(name)) {
                    return file -> engine.start(file, master, news);
                }
            }
        } catch (ServiceConfigurationError absent) {
            // The message below says it: its classes, or the libraries that they need, are not there.
        }
        throw new WrongInput("engine " + name + ": is not in this build: ./mvnw -pl simulator package -DskipTests -P" + name + " makes the jar that has it, see simulator/docs/cluster.md");
    }

    /**
     * Runs what the folder does not have yet, and makes the estimates of what it then has, report and tables. However it ends, the next call with the same file and folder goes on where it was.
     *
     * @param engine where runs are run; changes no result
     * @throws StoreFault when another process works in the folder, or what is there is of another sweep
     */
    public static Sweeping.Outcome run(SweepFile file, Path folder, Function<SweepFile, RunExecutor> engine, Watcher watcher) {
        return sweep(file, folder, engine, watcher).outcome();
    }

    /** The same, for whoever wants to say what was found. */
    public static Swept sweep(SweepFile file, Path folder, Function<SweepFile, RunExecutor> engine, Watcher watcher) {
        return sweep(file, folder, engine, watcher, Onlooker.NONE);
    }

    /** The same, for whoever wants to see runs as they come, too. */
    public static Swept sweep(SweepFile file, Path folder, Function<SweepFile, RunExecutor> engine, Watcher watcher, Onlooker onlooker) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongInput(folder + ": is a file; name a folder for the runs");
        }
        try {
            DiskDoor.makeFolders(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return alone(folder, () -> locked(file, folder, engine, watcher, onlooker));
    }

    /**
     * Before {@link #run}, of a sweep that was changed: takes over what the folder has of points that are the same. Compiles every point.
     *
     * @return empty when there was nothing to do
     * @throws StoreFault when another process works in the folder, or other measures were kept
     */
    public static Optional<Update.Outcome> update(SweepFile file, Path folder) {
        return Files.isDirectory(folder) ? alone(folder, () -> Update.of(folder, SweepContents.of(file), fingerprints(file))) : Optional.empty();
    }

    private static Update.Fingerprints fingerprints(SweepFile file) {
        Fingerprint fingerprint = new Fingerprint();
        return point -> fingerprint(file, point, fingerprint);
    }

    private static String fingerprint(SweepFile file, int point, Fingerprint fingerprint) {
        try {
            return file.ready(point).fingerprint(fingerprint);
        } catch (PointFault faulty) {
            return "";
        }
    }

    private static <T> T alone(Path folder, Supplier<T> work) {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            requireAlone(folder, lock);
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireAlone(Path folder, FileChannel lock) throws IOException {
        FileLock held = null;
        try {
            held = lock.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            // As by another.
        }
        if (held == null) {
            throw new StoreFault(folder + ": another sweep is running in this folder; wait for its end, or use another folder");
        }
    }

    private static Swept locked(SweepFile file, Path folder, Function<SweepFile, RunExecutor> engine, Progress progress, Onlooker onlooker) {
        try (ResultStore store = ResultStore.open(folder, SweepContents.of(file)); RunExecutor executor = engine.apply(file)) {
            store.clearEstimates(); // of fewer runs, should this end before its own are made
            Sweeping.Outcome outcome = new Sweeping(store, file.rule(), onlooker).run(executor, progress);
            store.clearEstimates();
            Estimates.each(store, (point, estimates) -> IntStream.range(0, estimates.size()).forEach(i -> store.add(point, i, estimates.get(i))));
            store.commit();
            return SweepFiles.write(file, store, outcome, folder);
        }
    }
}
