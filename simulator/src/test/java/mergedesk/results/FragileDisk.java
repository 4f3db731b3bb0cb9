package mergedesk.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The real disk, which goes wrong at the n-th change: the process ends before it (of a writing, half is done), or the change is refused.
 *
 * <p>Changes are counted from 1. It keeps a log of them, from which {@link PowerCut} tells what may be left when the power fails instead. Nothing is
 * forced to disk, which takes milliseconds, and which no test could tell from nothing.
 */
final class FragileDisk implements Disk {
    /** What happens at the change. */
    enum Fault {
        /** The process ends: this and every later change is not made. */
        KILLED,
        /** The change is refused, and every later one. */
        FULL,
        /** The change is refused, later ones are not. */
        REFUSED
    }

    /** As if the process ended: nothing catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A change that was made, as far as the kind needs it: {@code second} of a move or link, {@code text} of a writing. */
    record Change(Kind kind, Path path, Path second, String text) {
        enum Kind {
            FOLDER,
            CREATE,
            WRITE,
            FORCE,
            MOVE,
            LINK,
            DELETE
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private final int last;
    private final Fault fault;
    private final List<Change> log = new ArrayList<>();
    private int changes;

    FragileDisk(int last, Fault fault) {
        this.last = last;
        this.fault = fault;
    }

    /** A disk on which nothing goes wrong. */
    static FragileDisk sound() {
        return new FragileDisk(Integer.MAX_VALUE, Fault.KILLED);
    }

    /** The changes that were made, in order. */
    List<Change> log() {
        return List.copyOf(log);
    }

    private void change(Change change, Action action) throws IOException {
        changes++;
        if (changes == last || changes > last && fault != Fault.REFUSED) {
            if (fault == Fault.KILLED) {
                throw new Killed();
            }
            throw new FileSystemException(change.path().toString(), null, "No space left on device");
        }
        action.run();
        log.add(change);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        change(new Change(Change.Kind.FOLDER, folder, null, null), () -> REAL.makeFolder(folder));
    }

    @Override
    public OutputStream create(Path file) throws IOException {
        OutputStream[] made = new OutputStream[1];
        change(new Change(Change.Kind.CREATE, file, null, null), () -> made[0] = REAL.create(file));
        return new Fragile(file, made[0]);
    }

    @Override
    public void force(Path fileOrFolder) throws IOException {
        change(new Change(Change.Kind.FORCE, fileOrFolder, null, null), () -> {});
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        change(new Change(Change.Kind.MOVE, from, to, null), () -> REAL.move(from, to));
    }

    /** Changes nothing. */
    @Override
    public void requireMovable(Path folder, Path ours, Path occupied) throws IOException {
        REAL.requireMovable(folder, ours, occupied);
    }

    /** Changes nothing that is told apart here. */
    @Override
    public void permit(Path path, Path like) {
        REAL.permit(path, like);
    }

    @Override
    public void link(Path file, Path second) throws IOException {
        change(new Change(Change.Kind.LINK, file, second, null), () -> REAL.link(file, second));
    }

    @Override
    public void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            change(new Change(Change.Kind.DELETE, path, null, null), () -> REAL.delete(path));
        }
    }

    /** A file being written: each writing is a change, and half of one that fails arrives. */
    private final class Fragile extends OutputStream {
        private final Path file;
        private final OutputStream out;

        Fragile(Path file, OutputStream out) {
            this.file = file;
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            String text = new String(bytes, from, length, StandardCharsets.UTF_8);
            try {
                change(new Change(Change.Kind.WRITE, file, null, text), () -> out.write(bytes, from, length));
            } catch (IOException | Killed e) {
                if (changes == last) {
                    out.write(bytes, from, length / 2);
                }
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
