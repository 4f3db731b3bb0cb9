package mergedesk.scenario.io;

import static mergedesk.FairClock.secondsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.scenario.text.Days;
import mergedesk.scenario.text.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, reading it takes a few seconds at most: work grows in proportion to the text, each file is read once, nothing is endless. */
class ReadingTimeTest {
    /** Of the fair clock; today these take 0.01 to 0.4 s each. */
    private static final double MOST_SECONDS = 2.5;

    /** Of 10,000 parts, the most of a kind; 0.1 s today, and 2 s where each part is compared with all others. */
    private static final double MOST_ESTATE_SECONDS = 0.6;

    @TempDir
    Path temporary;

    static Stream<Arguments> largeScenarios() {
        return Stream.of(
                Arguments.of(
                        "mistyped names among thousands", scenario(2_000, i -> "conucil_nubmer_" + i, i -> "", 1, 14)),
                Arguments.of("mistyped long names", scenario(2_000, i -> "q".repeat(90) + i, i -> "", 1, 14)),
                Arguments.of("keys", scenario(14_000, i -> "council_number_" + i, i -> ", key: k" + i, 1, 14)),
                Arguments.of("groups without agents", scenario(6_000, i -> "council_number_" + i, i -> "", 20_000, 0)),
                Arguments.of("a number cut by commas", "flows: {a: {volume: {value: " + "1,".repeat(400_000) + "1}}}"),
                Arguments.of("words cut by commas", "groups: {a: {skills: {value: x," + "y,".repeat(400_000) + "y}}}"),
                Arguments.of("a list cut by commas", "events: {a: {shape: [1, " + "1,".repeat(400_000) + "1]}}"),
                Arguments.of("no YAML at the end of many lines", "name: x\n".repeat(1) + "# y\n".repeat(1_500_000) + " z: 1"),
                Arguments.of("one line", "question: " + "x".repeat(8_000_000)),
                Arguments.of("one key", "x".repeat(8_000_000) + ": 1"),
                Arguments.of("one number", "groups: {g: {staffing: " + "1".repeat(8_000_000) + "}}"),
                Arguments.of("large profiles at many desks", profiles()));
    }

    static Stream<Arguments> largeEstates() {
        return Stream.of(
                Arguments.of("supplies in one circle", estate(lines(10_000, i -> "  s" + i + ": {needs: [s" + (i + 1) % 10_000 + "]}"), "")),
                Arguments.of("supplies in one chain", estate(lines(10_000, i -> "  s" + i + ": {" + (i == 9_999 ? "" : "needs: [s" + (i + 1) + "]") + "}"), "")),
                Arguments.of("a host in each of many rooms", estate("", lines(10_000, i -> "  h" + i + ": {room: r" + i + "}"))),
                Arguments.of(
                        "as many hosts stand in for as many",
                        estate("", lines(10_000, i -> "  h" + i + ": {room: r" + i + "}"))
                                + "applications: {a: {apart: room, hosts: " + hosts(0) + ", standby: " + hosts(5_000) + "}}"));
    }

    /** Each row is looked at, so that those with faults can be counted, and the whole file again, for what its numbers mean. */
    @Test
    void tablesFullOfFaultsAndDoubts() {
        Folder folder = new Folder(temporary)
                .with("staffing.csv", "time;mon" + "\n8.00;1,250".repeat(400_000))
                .with("merged.yaml", "name: x", "groups: {a: {staffing: {file: staffing.csv}}}");

        assertThat(secondsOf(folder::read)).isLessThan(MOST_SECONDS);
        assertThat(folder.faults()).contains("at least 10000 further rows from here on have faults and are not listed");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largeScenarios")
    void isShort(String name, String yaml) {
        Folder folder = new Folder(temporary).with("merged.yaml", yaml);

        assertThat(secondsOf(folder::read)).isLessThan(MOST_SECONDS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largeEstates")
    void isShorterStill(String name, String yaml) {
        Folder folder = new Folder(temporary).with("merged.yaml", yaml);

        assertThat(secondsOf(folder::read)).isLessThan(MOST_ESTATE_SECONDS);
    }

    /** {@code n} flows of as many councils, and {@code groups} groups, all at one desk. */
    private static String scenario(
            int n, IntFunction<String> council, IntFunction<String> more, int groups, int agents) {
        return "name: t\ntime: {start: 2025-04-07, length: 1 day}\ncouncils:\n"
                + lines(n, i -> "  council_number_" + i + ": {}")
                + "services: {tax: {}}\nflows:\n"
                + lines(
                        n,
                        i -> "  f" + i + ": {council: " + council.apply(i) + ", service: tax, desk: d, volume: 1 / hour"
                                + more.apply(i) + ", work: {distribution: exponential, mean: 5 min}}")
                + "desks: {d: {}}\ngroups:\n"
                + lines(groups, i -> "  g" + i + ": {desk: d, staffing: " + agents + "}");
    }

    private static String profiles() {
        String day = IntStream.range(0, 24 * 60)
                .mapToObj(minute -> "\"%02d:%02d\": 1".formatted(minute / 60, minute % 60))
                .collect(Collectors.joining(", ", "{", "}"));
        return "name: t\ntime: {start: 2025-04-07, length: 1 day}\ncouncils: {c: {}}\nservices: {tax: {}}\nprofiles:\n"
                + lines(4, p -> "  p" + p + ":\n" + lines(7, i -> "    " + Days.NAMES.get(i) + ": " + day))
                + "flows:\n"
                + lines(
                        8_000,
                        i -> "  f" + i + ": {council: c, service: tax, desk: d" + i + ", volume: 1 / hour, profile: p"
                                + i % 4 + ", work: {distribution: exponential, mean: 5 min}}")
                + "desks:\n" + lines(8_000, i -> "  d" + i + ": {}")
                + "groups:\n" + lines(8_000, i -> "  g" + i + ": {desk: d" + i + ", staffing: 1}");
    }

    /** A desk beside supplies, and a room for each host. */
    private static String estate(String supplies, String hosts) {
        return scenario(1, council -> "council_number_" + council, more -> "", 1, 14) + "datacentres: {x: {}}\n"
                + (supplies.isEmpty() ? "" : "supplies:\n" + supplies)
                + (hosts.isEmpty() ? "" : "rooms:\n" + lines(10_000, i -> "  r" + i + ": {datacentre: x}") + "hosts:\n" + hosts);
    }

    private static String hosts(int first) {
        return IntStream.range(first, first + 5_000).mapToObj(i -> "h" + i).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void namesTheStartOfALongCircle() {
        Folder folder = new Folder(temporary).with("ring.yaml", estate(lines(12, i -> "  s" + i + ": {needs: [s" + (i + 1) % 12 + "]}"), ""));

        assertThat(folder.faultsOf(folder.readFile("ring.yaml")))
                .contains("supplies.s0.needs[0]: found \"s1\": this goes in a circle: s0 needs s1 needs s2 needs s3 needs s4 needs s5 needs s6 needs s7 needs s8 needs s9 needs …, and 2 names later one needs s0; remove one of these needs");
    }

    @Test
    void manyColumns() {
        String header = IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        Folder folder = new Folder(temporary)
                .with("staffing.csv", header, "1" + ",1".repeat(99_999))
                .sound(13, "groups: {team: {desk: main, staffing: {file: staffing.csv}}}");

        assertThat(secondsOf(folder::read)).isLessThan(MOST_SECONDS);
        assertThat(folder.read().problems()).hasSize(20);
    }

    @Test
    void oneFileForManyFlowsIsReadOnce() {
        Folder folder = new Folder(temporary)
                .with("times.csv", "time", "2011-04-04 08:00")
                .with("counts.csv", "start,count", "2011-04-04 08:00,1", "2011-04-04 08:30,1")
                .with("waits.csv", "seconds", "60")
                .with("week.csv", "time,mon", "08:00,3");
        folder.sound(
                6,
                flow("a", "times_file: times.csv"),
                flow("b", "times_file: ./times.csv"),
                flow("c", "counts_file: counts.csv"),
                flow("d", "counts_file: counts.csv"),
                "  calls:");
        String groups = "\nprofiles: {p: {file: week.csv}}\n"
                + "groups: {team: {desk: main, staffing: {file: week.csv}}, more: {desk: main, staffing: {file: week.csv}}}";
        folder.with("wide.yaml", "extends: merged.yaml" + groups);

        Reading reading = folder.readFile("wide.yaml");

        assertThat(folder.faultsOf(reading)).isEmpty();
        var flows = reading.scenario().flows();
        assertThat(flows.get("a").trace().times())
                .hasSize(1)
                .isSameAs(flows.get("b").trace().times());
        assertThat(flows.get("c").trace().counts())
                .hasSize(2)
                .isSameAs(flows.get("d").trace().counts());
        assertThat(flows.get("a").work().values())
                .hasSize(1)
                .isSameAs(flows.get("b").work().values());
        var staff = reading.scenario().groups();
        assertThat(staff.get("team").staffing().byDay())
                .hasSize(1)
                .isSameAs(staff.get("more").staffing().byDay());
        assertThat(reading.scenario().profiles().get("p").byDay().get(java.time.DayOfWeek.MONDAY))
                .containsValue(3.0);
    }

    @Test
    void manyEventsOfManyFlows() {
        String flows = lines(3_000, i -> "  f" + i + ": {council: north, service: tax, desk: main, volume: 1 / year, work: {distribution: exponential, mean: 5 min}}");
        IntFunction<String> event = i -> " e" + i + ": {start: 2011-04-04, shape: [1.0001]}";
        Folder folder = new Folder(temporary).sound(6, flows + "  calls:");
        folder.with("few.yaml", "extends: merged.yaml", "time: {length: 10 years}", "events:", lines(5_000, event));
        folder.with("many.yaml", "extends: merged.yaml", "events:", lines(30_000, event));
        Reading[] reading = new Reading[1];

        assertThat(secondsOf(() -> reading[0] = folder.readFile("few.yaml"))).isLessThan(MOST_SECONDS);
        assertThat(folder.faultsOf(reading[0])).isEmpty();
        assertThat(folder.faultsOf(folder.readFile("many.yaml")))
                .isEqualTo("many.yaml:3:2: events: flows × days of events are more than 50,000,000; join events, or flows");
    }

    /** So many are taken, and one more is not. */
    @Test
    void branchesAndDaysOfCatchingUpHaveAnEnd() {
        assertThat(longLists(1_000, 366)).isEmpty();
        assertThat(longLists(1_001, 367).lines())
                .containsExactly(
                        "long.yaml:2:78: flows.calls.work.branches: more than 1,000 branches; join those whose means are alike",
                        "long.yaml:3:54: bank_holidays.catch_up: people do not catch up for more than a year; write fewer multipliers");
    }

    private String longLists(int branches, int days) {
        Folder folder = new Folder(temporary).sound(0);
        folder.with(
                "long.yaml",
                "extends: merged.yaml",
                "flows: {calls: {work: {mean: null, distribution: hyperexponential, branches: [{share: 100 %, mean: 5 min}" + ", {share: 0 %, mean: 1 min}".repeat(branches - 1) + "]}}}",
                "bank_holidays: {region: england_and_wales, catch_up: [1" + ", 1".repeat(days - 1) + "]}");
        return folder.faultsOf(folder.readFile("long.yaml"));
    }

    /** 100 flows, each of which would be laid on the calendar, and a hundred thousand times in all the zones' hours: read once, a hundredth of the work. */
    @Test
    void manyFlowsOfOneLargeFile() {
        String hour = lines(3_600, i -> "2011-04-04T%02d:%02d:%02d".formatted(8 + i % 8, i / 60, i % 60));
        StringBuilder flows = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            flows.append(flow("f" + i, "times_file: times.csv")).append('\n');
        }
        Folder folder = new Folder(temporary)
                .with("times.csv", "time\n" + hour.repeat(30))
                .with("waits.csv", "seconds", "60")
                .sound(6, flows + "  calls:");
        Reading[] reading = new Reading[1];

        assertThat(secondsOf(() -> reading[0] = folder.read())).isLessThan(MOST_SECONDS);

        assertThat(folder.faultsOf(reading[0]))
                .startsWith(
                        "merged.yaml:98:71: flows.f92.trace.times_file: found \"times.csv\": with this file the scenario would have more than 10,000,000 recorded rows, each file counted as often as it is named; aggregate the rows, such as times into counts per interval\n");
    }

    private static String flow(String id, String trace) {
        return "  " + id + ": {council: north, service: tax, desk: main, trace: {" + trace
                + "}, work: {distribution: empirical, file: waits.csv}}";
    }

    @Test
    void filesTogetherHaveALimit() throws Exception {
        Folder folder = new Folder(temporary);
        StringBuilder flows = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            try (var file =
                    new java.io.RandomAccessFile(folder.file("t" + i + ".csv").toFile(), "rw")) {
                file.setLength(250L << 20);
            }
            flows.append(flow("f" + i, "times_file: t" + i + ".csv")).append('\n');
        }
        folder.sound(6, flows + "  calls:").with("waits.csv", "seconds", "60");

        assertThat(folder.faults())
                .contains(
                        "flows.f4.trace.times_file: found \"t4.csv\": with this file the scenario would read more than 1024 MB; aggregate the tables, such as times into counts per interval");
    }

    /** Such a file has no length and may never end; some wait for somebody to write. */
    @Test
    void filesThatTheSystemMakesUpAreEmpty() {
        Path file = Path.of("/proc/version");
        assumeThat(Files.isRegularFile(file)).isTrue();

        assertThat(new Folder(temporary).with("merged.yaml", "extends: " + file).faults())
                .isEqualTo("/proc/version: the file is empty; 'mergedesk new' writes a first scenario");
    }

    @Test
    void readingEndsWhenSoMuchIsWrong() {
        Folder folder = new Folder(temporary).with("merged.yaml", lines(100_000, i -> "k" + i + ": 1"));

        Reading[] reading = new Reading[1];
        assertThat(secondsOf(() -> reading[0] = folder.read())).isLessThan(MOST_SECONDS);

        assertThat(reading[0].problems()).hasSize(1_001);
        assertThat(reading[0].problems().get(1_000).rule()).isEqualTo("at least 9000 further faults are not listed");
    }

    @Test
    void similarWordsAreThoseOfTheWholeTable() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            int most = random.nextInt(6);
            int distance = wholeTable(a, b);
            assertThat(Suggestion.distance(a, b, most))
                    .as(a + " " + b + " " + most)
                    .matches(found -> distance <= most ? found == distance : found > most);
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(8), 'a', 'd')
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static int wholeTable(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                d[i][j] = Math.min(
                        d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1),
                        1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
