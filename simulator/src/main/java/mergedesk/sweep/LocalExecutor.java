package mergedesk.sweep;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import mergedesk.experiment.Progress;
import mergedesk.store.Layout;
import mergedesk.store.RunBatch;

/** Threads of this process. Each takes the next chunk when it has finished one; no more than a few results wait to be taken, so that memory does not grow with the runs. */
public final class LocalExecutor implements RunExecutor {
    private static final int WAITING_PER_THREAD = 4;
    private static final long LOOK_MILLIS = 100;

    private final PointSource source;
    private final Layout layout;
    private final int threads;
    private volatile boolean closed;

    public LocalExecutor(PointSource source, Layout layout, int threads) {
        this.source = source;
        this.layout = layout;
        this.threads = threads;
    }

    /** What a thread has to say: a result, that it has ended, or what went wrong. */
    private record Message(Optional<RunBatch> batch, Throwable failure) {}

    @Override
    public void run(Chunks chunks, Consumer<RunBatch> taken, Progress progress) {
        AtomicBoolean ended = new AtomicBoolean();
        PointRunner runner = new PointRunner(source, layout, () -> closed || ended.get() || progress.stopped());
        BlockingQueue<Message> messages = new ArrayBlockingQueue<>(WAITING_PER_THREAD * threads);
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> work(runner, chunks, messages, ended), "runs");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            for (int working = threads; working > 0; ) {
                Message message = messages.take();
                if (message.failure != null) {
                    throw new IllegalStateException("a run ended in an unforeseen way: " + message.failure, message.failure);
                }
                message.batch.ifPresent(taken);
                working -= message.batch.isEmpty() ? 1 : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.set(true);
        }
    }

    private static void work(PointRunner runner, Chunks chunks, BlockingQueue<Message> messages, AtomicBoolean ended) {
        Message last = new Message(Optional.empty(), null);
        try {
            for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                Optional<RunBatch> batch = runner.run(chunk.get());
                if (batch.isEmpty()) {
                    break;
                }
                chunks.ran(batch.get().size(), batch.get().seconds());
                say(new Message(batch, null), messages, ended);
            }
        } catch (RuntimeException | Error e) {
            last = new Message(Optional.empty(), e);
        }
        say(last, messages, ended);
    }

    private static void say(Message message, BlockingQueue<Message> messages, AtomicBoolean ended) {
        try {
            while (!messages.offer(message, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (ended.get()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
