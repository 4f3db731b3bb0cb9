package mergedesk.api;

import java.util.function.Consumer;
import mergedesk.sweep.RunExecutor;
import mergedesk.units.Internal;

/** A place for the runs of sweeps that is not part of Mergedesk's core, and that Java's ServiceLoader finds when it is on the class path. */
@Internal
public interface EngineProvider {
    /** What users call it. */
    String name();

    /**
     * Gets ready to run.
     *
     * @param master where, in the engine's own words; empty for what its own settings say
     * @param news is told of what users should know, such as of machines that are lost; a line each, from any thread
     * @throws WrongInput when it cannot be had there; the message says why, and what to do
     */
    RunExecutor start(SweepFile sweep, String master, Consumer<String> news);
}
