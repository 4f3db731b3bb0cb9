package mergedesk.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that a user gives in one go.
 *
 * @param files content of each file beside the scenario, by name; the scenario is {@link #SCENARIO}
 * @param args a command line, in which {@link #FOLDER} stands for the folder of the files; empty: read the scenario, and run it when it is sound
 * @param answers what is typed when the command asks
 */
record Input(Map<String, byte[]> files, List<String> args, String answers) {
    static final String SCENARIO = "main.yaml";
    static final String FOLDER = "{folder}";
    private static final String COMMAND = "command";
    private static final String ANSWERS = "answers";

    Input {
        files = new TreeMap<>(files);
        args = List.copyOf(args);
    }

    /** A scenario to be read and run. */
    static Input of(Map<String, byte[]> files) {
        return new Input(files, List.of(), "");
    }

    /** A scenario alone. */
    static Input of(String yaml) {
        return of(Map.of(SCENARIO, bytes(yaml)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    Input with(String file, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put(file, content);
        return new Input(changed, args, answers);
    }

    Input without(String file) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.remove(file);
        return new Input(changed, args, answers);
    }

    Input withArgs(List<String> other) {
        return new Input(files, other, answers);
    }

    /** The arguments as the command gets them when the files are in {@code folder}. */
    String[] argsIn(Path folder) {
        return args.stream().map(arg -> arg.replace(FOLDER, folder.toString())).toArray(String[]::new);
    }

    /** Puts the files, and only these, into {@code folder}. */
    void lay(Path folder) throws IOException {
        clear(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted((a, b) -> b.compareTo(a)).toList()) {
                if (!entry.equals(folder)) {
                    Files.delete(entry);
                }
            }
        }
    }

    /** Keeps the input as a folder that {@link #read} understands. */
    void keep(Path folder) throws IOException {
        Files.createDirectories(folder);
        lay(folder);
        if (!args.isEmpty()) {
            Files.writeString(folder.resolve(COMMAND), String.join("\n", args.stream().map(Input::escaped).toList()));
            Files.writeString(folder.resolve(ANSWERS), answers);
        }
    }

    /** An input that was kept. */
    static Input read(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List<String> args = new ArrayList<>();
        String answers = "";
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                switch (entry.getFileName().toString()) {
                    case COMMAND -> Arrays.stream(Files.readString(entry).split("\n", -1)).map(Input::unescaped).forEach(args::add);
                    case ANSWERS -> answers = Files.readString(entry);
                    default -> files.put(entry.getFileName().toString(), Files.readAllBytes(entry));
                }
            }
        }
        return new Input(files, args, answers);
    }

    private static String escaped(String arg) {
        return arg.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescaped(String line) {
        return line.translateEscapes();
    }
}
