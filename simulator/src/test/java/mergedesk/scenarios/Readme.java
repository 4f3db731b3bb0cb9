package mergedesk.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a README under scenarios/ promises: files that are there, and commands that work. */
record Readme(Path file, String text) {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final Pattern QUOTED_FILE = Pattern.compile("`([\\w./-]+\\.(?:yaml|csv|json|md))`");
    /** An indented line that begins with mergedesk or mvnw, with what follows a backslash at the end of the line. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^ {4,}(?:simulator/bin/|\\./)?((?:mergedesk|mvnw) (?:.*\\\\\\n)*.*)$");

    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"])");
    /** Files that a run or a test writes. */
    private static final Pattern RESULT =
            Pattern.compile("kpis\\.csv|differences\\.csv|manifest\\.json|simulator/target/.*");

    static Readme of(Path file) {
        try {
            return new Readme(file, Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Links without scheme, and names of files in back quotes that are not a run's results. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        while (links.find()) {
            if (!links.group(1).contains("://")) {
                paths.add(links.group(1));
            }
        }
        Matcher files = QUOTED_FILE.matcher(text);
        while (files.find()) {
            if (!RESULT.matcher(files.group(1)).matches()) {
                paths.add(files.group(1));
            }
        }
        return paths;
    }

    /** Each command of {@code mergedesk}, split as a shell does, without its first word. */
    List<List<String>> commands() {
        return lines().stream()
                .filter(line -> line.startsWith("mergedesk "))
                .map(line -> split(line.substring("mergedesk ".length())))
                .toList();
    }

    /** Test classes that commands of Maven name. */
    List<String> tests() {
        return lines().stream()
                .filter(line -> line.startsWith("mvnw "))
                .flatMap(line -> TEST.matcher(line).results().map(found -> found.group(1)))
                .toList();
    }

    private List<String> lines() {
        return COMMAND.matcher(text)
                .results()
                .map(found -> found.group(1).replace("\\\n", " "))
                .toList();
    }

    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        for (int at = 0; at < line.length(); ) {
            if (Character.isWhitespace(line.charAt(at))) {
                at++;
                continue;
            }
            StringBuilder word = new StringBuilder();
            Matcher part = WORD.matcher(line);
            while (at < line.length() && part.find(at) && part.start() == at) {
                word.append(
                        part.group(1) != null ? part.group(1) : part.group(2) != null ? part.group(2) : part.group(3));
                at = part.end();
            }
            words.add(word.toString());
        }
        return words;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
