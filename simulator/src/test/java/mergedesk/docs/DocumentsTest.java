package mergedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.cli.Console;
import mergedesk.cli.Main;
import mergedesk.docs.Document.Block;
import mergedesk.scenario.sweep.Sweep;
import mergedesk.stats.MeasureWords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say is so: commands run and print what is shown, links lead somewhere, names exist. Conventions: {@link Document}. */
class DocumentsTest {
    private static final List<String> COMMANDS = List.of("run", "compare", "solve", "sweep", "export", "query", "check", "new");
    private static final byte[] NO_ANSWERS = "\n".repeat(20).getBytes(StandardCharsets.UTF_8);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS = Pattern.compile(
            "\\b(units|random|program|kernel|scenario(?:\\.[a-z]+)?|compile|observe|stats|experiment|results|report|api|cli|dsol\\.reference)\\.([A-Z]\\w+)");

    @TempDir
    Path folder;

    /** Whether commands that take long do so. */
    private boolean atNight = Boolean.getBoolean("writeDocs");
    private int resultsByDefault;

    static List<Document> documents() throws IOException {
        return Document.all();
    }

    /** All but what tells of the columns of other people's logs. */
    static List<Document> inOurWords() throws IOException {
        return documents().stream().filter(document -> !document.toString().contains("traces")).toList();
    }

    static List<Document> ofLongCommands() throws IOException {
        return documents().stream().filter(document -> document.blocks().stream().anyMatch(Block::isForTheNight)).toList();
    }

    /** One document after the other in a folder of its own: blocks with files are written, commands run in order. */
    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandRunsAndPrintsWhatIsShown(Document document) throws IOException {
        for (Block block : document.blocks()) {
            if (block.fileName() != null) {
                Files.writeString(folder.resolve(block.fileName()), block.content());
            } else if (block.isRun()) {
                run(document, block);
            }
        }
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("ofLongCommands")
    void everyLongCommandPrintsWhatIsShown(Document document) throws IOException {
        atNight = true;
        everyCommandRunsAndPrintsWhatIsShown(document);
    }

    private void run(Document document, Block block) {
        String command = null;
        List<String> shown = new ArrayList<>();
        for (String line : block.content().lines().toList()) {
            boolean isCommand = block.language().equals("sh") || line.startsWith("$ ");
            if (!isCommand) {
                shown.add(line);
                continue;
            }
            finish(document, block, command, shown);
            command = line.replaceFirst("^\\$ ", "");
            shown = new ArrayList<>();
        }
        finish(document, block, command, shown);
    }

    private void finish(Document document, Block block, String command, List<String> shown) {
        if (command == null || command.isBlank()) {
            return;
        }
        List<String> words = words(command);
        if (!words.get(0).equals("mergedesk") && !words.get(0).equals("simulator/bin/mergedesk")) {
            assertThat(Document.TOP.resolve(words.get(0))).as("%s: %s", document, command).isRegularFile();
            return;
        }
        int input = words.indexOf("<");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(StandardCharsets.UTF_8, new ByteArrayInputStream(input < 0 ? NO_ANSWERS : read(words.get(input + 1))), out, out);

        boolean isWhole = atNight || !block.isForTheNight();
        int code = Main.execute(console, arguments(input < 0 ? words : words.subList(0, input), atNight && block.isForTheNight() ? "" : block.shortened()));

        String printed = out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").replace(folder + java.io.File.separator, "");
        assertThat(code).as("%s: %s%n%s", document, command, printed).isEqualTo(block.exitCode());
        if (Boolean.getBoolean("writeDocs") && !shown.isEmpty()) {
            rewrite(document, shown, Shown.anew(shown, printed));
        } else if (isWhole) {
            assertShown(document + ": " + command + "; run again with -DwriteDocs=true, and read the text around it", shown, printed);
        }
    }

    private byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rewrite(Document document, List<String> shown, List<String> fresh) {
        try {
            String text = Files.readString(document.file());
            Files.writeString(document.file(), text.replace("\n" + String.join("\n", shown) + "\n", "\n" + String.join("\n", fresh) + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines follow each other in what was printed; "..." stands for any number of lines. */
    private static void assertShown(String what, List<String> shown, String printed) {
        StringBuilder pattern = new StringBuilder("(?s).*?");
        for (String line : shown) {
            pattern.append(line.equals("...") ? ".*?" : Pattern.quote(line) + "\n");
        }
        assertThat(printed).as(what).matches(pattern + ".*");
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .toList();
    }

    /** Files of the checkout are taken from there; all others, and results, from the temporary folder. */
    private String[] arguments(List<String> words, String more) {
        List<String> arguments = new ArrayList<>();
        boolean writes = Set.of("run", "compare", "solve", "sweep").contains(words.get(1));
        for (String word : words.subList(1, words.size())) {
            boolean ofSweep = arguments.size() == 1 && Set.of("export", "query").contains(words.get(1));
            boolean target = ofSweep || !arguments.isEmpty() && Set.of("--out", "--trace", "--to").contains(arguments.get(arguments.size() - 1));
            boolean inCheckout = word.startsWith("scenarios/") && !target;
            boolean file = word.matches("[\\w./-]+\\.(yaml|csv)");
            arguments.add(inCheckout
                    ? Document.TOP.resolve(word).toString()
                    : target || file ? folder.resolve(word).toString() : word);
        }
        if (writes && !words.contains("--out")) {
            arguments.addAll(List.of("--out", folder.resolve("results-by-default-" + resultsByDefault++).toString()));
        }
        if (writes && !words.get(1).equals("sweep")) {
            arguments.addAll(words(more));
        }
        return arguments.toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Document document) throws IOException {
        for (String link : matches(LINK, document.text())) {
            if (link.startsWith("http")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document.file() : document.file().resolveSibling(parts[0]).normalize();
            assertThat(target).as("%s: %s", document, link).exists();
            if (parts.length == 2 && parts[1].matches("L\\d+")) {
                String line = Files.readAllLines(target).get(Integer.parseInt(parts[1].substring(1)) - 1);
                assertThat(line).as("%s: %s", document, link).contains("long run(long endTick, long mostEvents)");
            } else if (parts.length == 2) {
                assertThat(Document.read(target).anchors()).as("%s: %s", document, link).contains(parts[1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPathAndClassExists(Document document) {
        for (String code : matches(CODE, document.text())) {
            if (code.matches("(simulator|scenarios|benchmarks|\\.ci|\\.mvn)/[\\w./-]+") && !code.contains("/target/")) {
                assertThat(Document.TOP.resolve(code)).as(document.toString()).exists();
            }
        }
        CLASS.matcher(document.text()).results().forEach(found -> {
            String name = "mergedesk." + found.group(1) + "." + found.group(2);
            assertThat(Document.TOP.resolve("simulator/src/main/java/" + name.replace('.', '/') + ".java"))
                    .as("%s: %s", document, found.group())
                    .exists();
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandAndOptionExists(Document document) {
        Set<String> options = new HashSet<>();
        for (String command : COMMANDS) {
            options.addAll(matches(Pattern.compile("(--[a-z]+)"), help(command)));
        }
        for (String code : matches(CODE, document.text())) {
            Matcher command = Pattern.compile("(?:^|/)mergedesk ([a-z]+)").matcher(code);
            if (command.find()) {
                assertThat(COMMANDS).as("%s: %s", document, code).contains(command.group(1));
            }
            assertThat(options).as("%s: %s", document, code).containsAll(matches(Pattern.compile("(?:^| )(--[a-z]+)"), code));
        }
    }

    private static String help(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.execute(new Console(StandardCharsets.UTF_8, new ByteArrayInputStream(new byte[0]), out, out), command, "--help");
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Words such as sl_answered_of_offered in code are keys of the language, measures, columns, or names in a scenario. */
    @ParameterizedTest
    @MethodSource("inOurWords")
    void everyKeyAndMeasureExists(Document document) throws IOException {
        Set<String> known = new HashSet<>(Set.of("half_width", "value_a", "value_b", "in_run", "in_time", "fte_before", "_num", "_den", "_per_person", "_to_last_event"));
        LanguageTable.records().values().forEach(record -> known.addAll(LanguageTable.keys(record)));
        LanguageTable.records(Sweep.class).values().forEach(record -> known.addAll(LanguageTable.keys(record)));
        known.addAll(MeasureWords.all().keySet());
        known.addAll(matches(Pattern.compile("([a-z0-9]+(?:_[a-z0-9]+)+)"), values()));
        known.addAll(mergedesk.scenario.tree.Defaulted.SECTIONS.keySet());
        Stream.of(mergedesk.scenario.NoteKind.values()).forEach(kind -> known.add(kind.id()));
        Stream.of(mergedesk.stats.Estimate.Method.values()).forEach(method -> known.add(method.id()));
        for (Block block : document.blocks()) {
            known.addAll(matches(Pattern.compile("([a-z0-9]+(?:_[a-z0-9]+)+):"), block.content()));
        }
        Pattern name = Pattern.compile("(?<![\\w/.-])([a-z0-9]*(?:_[a-z0-9]+)+)(?![\\w/-])");
        for (String code : matches(CODE, document.text())) {
            assertThat(known).as("%s: %s", document, code).containsAll(matches(name, code).stream().filter(n -> !code.contains("/")).toList());
        }
    }

    /** The words that values of the language may be. */
    private static String values() {
        return Stream.concat(LanguageTable.records().values().stream(), LanguageTable.records(Sweep.class).values().stream()).map(LanguageTable::of).collect(Collectors.joining());
    }

    @Test
    void theReadmeStartsWithTheTwoCommands() throws IOException {
        Document readme = Document.read(Document.TOP.resolve("README.md"));

        assertThat(readme.blocks().subList(0, 2))
                .extracting(Block::content)
                .containsExactly("simulator/bin/mergedesk run scenarios/councils/cheshire/merged.yaml\n", "./mvnw verify\n");
        assertThat(Document.TOP.resolve("simulator/docs/report.png")).exists().satisfies(
                picture -> assertThat(Files.size(picture)).isLessThanOrEqualTo(300 * 1024));
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).distinct().toList();
    }
}
