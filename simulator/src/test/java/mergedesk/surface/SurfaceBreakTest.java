package mergedesk.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import mergedesk.docs.LanguageSurface;
import mergedesk.scenario.Limits;
import mergedesk.scenario.Meaning;
import mergedesk.surface.Surface.Version;
import mergedesk.units.Internal;
import mergedesk.units.With;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Planted changes: what is a break is found, what is none is not, and versions decide as semantic versioning has it. */
class SurfaceBreakTest {
    private static final Version BEFORE = Version.of("0.1.0");

    /** A small API. */
    public static final class Door {
        public static final int MOST = 3;

        private Door() {}

        public static Room enter(String... words) throws IOException {
            throw new IOException(String.join("", words));
        }

        @Internal
        public void hidden(JavaCompiler none) {}

        void notPublic() {}

        @Override
        public String toString() {
            return "";
        }
    }

    public record Room(List<Map<String, Bed>> beds) implements With<Room> {}

    public enum Bed {
        SOFT,
        HARD
    }

    public interface Listener<T extends Serializable> {
        <R extends Comparable<R>> R heard(T what, int[] when);

        default void ended() {}
    }

    @Internal
    public record Plumbing(int pipes) {}

    public static final class Leak {
        public Plumbing plumbing() {
            return null;
        }
    }

    public interface Steps {
        void step();
    }

    public interface Pausable {
        void pause();
    }

    /** What others implement, as it was. */
    public static final class Before {
        public interface Eye extends Steps {}

        public abstract static class Base implements Steps {
            protected abstract void look();
        }
    }

    /** The same when more is asked of them, though none of it by a line of its own. */
    public static final class After {
        public interface Eye extends Steps, Pausable {}

        public abstract static class Base implements Steps, Pausable {
            protected abstract void look();

            @Override
            public void pause() {}
        }
    }

    /** Nobody has to write anything for these. */
    public interface Quiet extends Steps {
        @Override
        default void step() {}
    }

    public sealed interface Ours extends Steps permits Own {}

    public record Own() implements Ours {
        @Override
        public void step() {}
    }

    /** The start of a language. */
    public record Whole(
            @Meaning(value = "Its name.", required = true) String name,
            @Meaning("Parts.") Map<String, Part> parts,
            @Meaning(value = "Kind.", byDefault = "soft") Bed kind) {}

    public record Part(@Meaning(value = "How many.", byDefault = "3") @Limits(least = 1, most = 9) int number, @Meaning("Below.") List<Part> below) {}

    @Test
    void linesSayAllThatIsOffered() {
        String here = SurfaceBreakTest.class.getName() + "$";

        ApiSurface surface = ApiSurface.of(List.of(Door.class, Listener.class));

        assertThat(surface.lines().stream().map(line -> line.replace(here, "")).filter(line -> !line.matches("(demands )?mergedesk\\.units.*"))).containsExactlyInAnyOrder(
                "Bed: constant HARD",
                "Bed: constant SOFT",
                "Bed: enum",
                "Door: final class",
                "Door: static Room enter(java.lang.String...) throws java.io.IOException",
                "Door: static int MOST",
                "Listener: <R extends java.lang.Comparable<R>> R heard(T, int[])",
                "Listener: interface<T extends java.io.Serializable>",
                "Listener: void ended()",
                "Room: is a mergedesk.units.With<Room>",
                "Room: java.util.List<java.util.Map<java.lang.String, Bed>> beds()",
                "Room: record",
                "demands Listener: | heard(T, int[])");
        assertThat(surface.leaks()).isEmpty();
        assertThat(ApiSurface.of(List.of(Leak.class)).leaks()).containsExactly(here + "Plumbing in " + here + "Leak");
        assertThat(ApiSurface.of(List.of(Plumbing.class)).lines()).isEmpty();
    }

    private static Surface api(Class<?>... types) {
        return Surface.of(BEFORE, ApiSurface.of(List.of(types)).lines().stream().map(line -> line.replaceAll("mergedesk.surface.SurfaceBreakTest\\$((Before|After)\\$)?", "")).toList());
    }

    @Test
    void whoImplementsATypeMustWriteAllThatItInherits() {
        assertThat(api(Before.Eye.class, Before.Base.class, Quiet.class, Ours.class).lines()).filteredOn(line -> line.startsWith("demands ")).containsExactlyInAnyOrder(
                "demands Base: | look()",
                "demands Base: | step()",
                "demands Eye: | step()",
                "demands Steps: | step()");
    }

    @Test
    void whatASupertypeDemandsIsABreakForThoseBelow() {
        assertThat(api(Before.Eye.class).breaksIn(api(After.Eye.class))).containsExactly("demanded anew: Eye: | pause()");
        assertThat(api(Before.Base.class).breaksIn(api(After.Base.class))).isEmpty();
    }

    @Test
    void linesSayAllThatMayBeWritten() {
        assertThat(LanguageSurface.of(Whole.class)).containsExactlyInAnyOrder(
                "demands whole: | name required",
                "whole: name, text",
                "whole: parts, table by name: section part",
                "part: number, whole number",
                "part: number, by default 3",
                "demands part: number, | at least 1",
                "demands part: number, | at most 9",
                "part: below, list: section part",
                "whole: kind, word",
                "whole: kind, may be soft",
                "whole: kind, may be hard",
                "whole: kind, by default soft");
    }

    private record Change(String what, boolean isBreak, UnaryOperator<String> edit, String more) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Change replaced(String what, boolean isBreak, String line, String by) {
        return new Change(what, isBreak, old -> old.equals(line) ? by : old, null);
    }

    private static Change added(String what, boolean isBreak, String line) {
        return new Change(what, isBreak, UnaryOperator.identity(), line);
    }

    static Stream<Change> changes() {
        return Stream.of(
                replaced("a method is gone", true, "a.Door: void open()", null),
                replaced("a method answers something else", true, "a.Door: int count()", "a.Door: long count()"),
                replaced("a method takes something else", true, "a.Door: void open()", "a.Door: void open(int)"),
                replaced("a class may not be extended any more", true, "a.Door: class", "a.Door: final class"),
                replaced("a constant of an enum is gone", true, "a.Bed: constant HARD", null),
                replaced("a key is gone", true, "desk: lines, whole number", null),
                replaced("a key takes something else", true, "desk: lines, whole number", "desk: lines, text"),
                replaced("a word is gone", true, "flow: basis, may be callers", null),
                replaced("a default is another", true, "desk: answer_within, by default 20 s", "desk: answer_within, by default 30 s"),
                replaced("a limit is narrower", true, "demands desk: lines, | at most 9", "demands desk: lines, | at most 8"),
                replaced("a column is gone", true, "file kpis.csv: column n", null),
                replaced("less is the most", true, "demands desk: lines, | at most 9", "demands desk: lines, | less than 9"),
                replaced("a limit is wider", false, "demands desk: lines, | at most 9", "demands desk: lines, | at most 10"),
                replaced("a limit is wider, by its end", false, "demands flow: redials, | less than 100 %", "demands flow: redials, | at most 100 %"),
                replaced("a limit from below is narrower", true, "demands flow: redials, | at least -2.5 %", "demands flow: redials, | at least -2.4 %"),
                replaced("a limit from below is narrower by its end", true, "demands flow: redials, | at least -2.5 %", "demands flow: redials, | more than -2.5 %"),
                replaced("a limit from below is wider", false, "demands flow: redials, | at least -2.5 %", "demands flow: redials, | more than -10 %"),
                replaced("a limit in another unit", true, "demands flow: redials, | less than 100 %", "demands flow: redials, | less than 200 s"),
                added("a limit on the other side", true, "demands desk: lines, | at least 0"),
                added("a default where there was none", true, "desk: lines, by default 5"),
                added("a default of a key that was not there", false, "desk: colour, by default red"),
                added("a default of what had to be written", false, "desk: work, by default 5 min"),
                added("those who implement it must do more", true, "demands a.Watcher: | more()"),
                added("a key is required", true, "demands desk: | lines required"),
                added("a new limit", true, "demands desk: lines, | at least 1"),
                added("a new method", false, "a.Door: void close()"),
                added("a new word", false, "flow: basis, may be people"),
                added("an interface that was not there demands something", false, "demands a.Other: | more()"),
                added("a limit of a key that was not there", false, "demands desk: colour, | at least 1"),
                added("a key that was not there is required", true, "demands desk: | colour required"),
                added("a new key", false, "desk: colour, text"),
                replaced("a limit is gone", false, "demands desk: lines, | at most 9", null),
                replaced("a class may be extended now", false, "a.Shut: final class", "a.Shut: class"),
                replaced("whoever wants may implement it now", false, "a.Choice: sealed interface", "a.Choice: interface"),
                new Change("whoever wants may implement it now, and must do something", false, old -> old.equals("a.Choice: sealed interface") ? "a.Choice: interface" : old, "demands a.Choice: | more()"),
                replaced("what was sealed is another thing", true, "a.Choice: sealed interface", "a.Choice: record"),
                replaced("an argument may be left out", false, "command x: argument 0, times 1", "command x: argument 0, times 0..1"),
                replaced("an argument may be given more than once", false, "command x: argument 0, times 1", "command x: argument 0, times 1..*"),
                replaced("an argument may be given once only", true, "command x: argument 1, times 0..*", "command x: argument 1, times 0..1"),
                replaced("an argument must be given twice", true, "command x: argument 0, times 1", "command x: argument 0, times 2"),
                replaced("a sweep that does not say is run otherwise", true, "sweep that does not say: 10 replications", "sweep that does not say: 5 replications"),
                replaced("a column is in another unit", true, "column wait_p95: in s", "column wait_p95: in min"),
                replaced("nothing", false, "", ""));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void breaksAreFoundAndNothingElse(Change change) {
        Surface before = Surface.of(BEFORE, List.of(
                "a.Door: class",
                "a.Door: void open()",
                "a.Door: int count()",
                "a.Bed: constant HARD",
                "a.Watcher: interface",
                "a.Shut: final class",
                "a.Choice: sealed interface",
                "command x: argument 0, times 1",
                "command x: argument 1, times 0..*",
                "sweep that does not say: 10 replications",
                "column wait_p95: in s",
                "desk: lines, whole number",
                "flow: basis, may be callers",
                "desk: answer_within, by default 20 s",
                "demands desk: lines, | at most 9",
                "flow: redials, share",
                "demands flow: redials, | at least -2.5 %",
                "demands flow: redials, | less than 100 %",
                "desk: work, time",
                "demands desk: | work required",
                "file kpis.csv: column n"));
        TreeSet<String> lines = new TreeSet<>(Stream.concat(before.lines().stream().map(change.edit()), Stream.ofNullable(change.more())).filter(line -> line != null).toList());

        assertThat(before.breaksIn(Surface.of(BEFORE, lines)).isEmpty()).isEqualTo(!change.isBreak());
        assertThat(before.mayBecome(Surface.of(BEFORE, lines))).isEqualTo(!change.isBreak());
        assertThat(before.mayBecome(Surface.of(Version.of("0.1.1"), lines))).isEqualTo(!change.isBreak());
        assertThat(before.mayBecome(Surface.of(Version.of("0.2.0-SNAPSHOT"), lines))).isTrue();
        assertThat(before.mayBecome(Surface.of(Version.of("0.0.9"), lines))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.1.0, 0.1.9, false", "0.1.0, 0.2.0, true", "0.9.0, 0.10.0, true", "0.9.0, 1.0.0, true", "1.0.0, 1.1.0, false", "1.9.3, 2.0.0, true", "2.0.0, 1.9.0, false", "0.2.0, 0.1.0, false"})
    void versionsThatMayBreak(String before, String now, boolean may) {
        assertThat(Version.of(now + "-SNAPSHOT").mayBreak(Version.of(before))).isEqualTo(may);
    }

    /** A version that was not released yet goes on gaining; a patch gains nothing. */
    @ParameterizedTest
    @CsvSource({"0.1.0, 0.1.1, true", "1.0.0, 1.0.0, true", "1.0.0, 1.0.1, false", "1.0.1, 1.0.1, false", "1.0.1, 1.1.0, true", "1.1.0, 1.1.0, true", "1.0.1, 1.1.1, true", "1.2.3, 2.0.0, true", "1.1.0, 1.0.0, false"})
    void versionsThatMayAdd(String before, String now, boolean may) {
        Surface old = Surface.of(Version.of(before), List.of("a.Door: class", "demands desk: lines, | at most 9"));

        assertThat(old.mayBecome(Surface.of(Version.of(now), List.of("a.Door: class", "a.Door: void close()", "demands desk: lines, | at most 9")))).isEqualTo(may);
        assertThat(old.mayBecome(Surface.of(Version.of(now), List.of("a.Door: class")))).as("a limit less").isEqualTo(may);
        assertThat(old.mayBecome(Surface.of(Version.of(now), old.lines()))).as("nothing").isEqualTo(Version.of(now).compareTo(Version.of(before)) >= 0);
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
        Surface surface = Surface.of(BEFORE, List.of("b", "a: <T> x(int[])", "demands c"));
        surface.write(folder.resolve("below/x.txt"));

        assertThat(Surface.read(folder.resolve("below/x.txt"))).isEqualTo(surface);
    }
}
