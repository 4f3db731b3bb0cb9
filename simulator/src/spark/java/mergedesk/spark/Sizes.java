package mergedesk.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mergedesk.sweep.Chunk;
import mergedesk.sweep.Chunks;

/**
 * How much goes into a task: as many chunks as take a second or so, by what tasks took lately. On a large cluster it is more, so that the driver sends no more than some hundred tasks a second; at the end of a round it is
 * less, so that workers end together.
 */
final class Sizes {
    private static final double SECONDS = 1;
    private static final double LEAST_SECONDS = 0.1;
    private static final double TASKS_PER_SECOND = 200;
    private static final double WAVES_LEFT = 2; // so many more tasks of each worker at least
    private static final double MEMORY = 0.95; // how much of what was known is left after another task
    private static final int ROWS_ON_THE_WAY = 400_000; // of all tasks together: some hundred megabytes
    private static final int LEAST_ROWS = 50;

    private double runs;
    private double seconds;

    /** Tells what a task of so many runs took. */
    void took(int ofTask, double secondsOfTask) {
        runs = MEMORY * runs + ofTask;
        seconds = MEMORY * seconds + secondsOfTask;
    }

    /** The next task; empty when all has been given out. */
    Optional<Task> next(Chunks chunks, int workers, int onTheWay) {
        long most = most(chunks.left(), workers, onTheWay);
        List<Chunk> task = new ArrayList<>();
        for (long room = most; room > 0; ) {
            Optional<Chunk> chunk = chunks.next((int) room);
            if (chunk.isEmpty()) {
                break;
            }
            task.add(chunk.get());
            room -= chunk.get().size();
        }
        return task.isEmpty() ? Optional.empty() : Optional.of(new Task(task));
    }

    /** The most runs of the next task, when so many are left and so many tasks are on the way. */
    long most(long left, int workers, int onTheWay) {
        if (runs == 0) {
            return 1;
        }
        double ofRun = Math.max(seconds / runs, 1e-6);
        double length = Math.max(SECONDS, workers / TASKS_PER_SECOND);
        double fair = Math.max(LEAST_SECONDS, left * ofRun / (WAVES_LEFT * workers));
        return Math.max(1, Math.min(Math.round(Math.min(length, fair) / ofRun), Math.max(LEAST_ROWS, ROWS_ON_THE_WAY / onTheWay)));
    }
}
