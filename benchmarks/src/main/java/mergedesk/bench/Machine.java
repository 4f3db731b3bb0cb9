package mergedesk.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where and with what figures were taken; without it they say nothing. */
record Machine(String date, String name, Map<String, String> facts) {
    static Machine here() {
        int cores = Runtime.getRuntime().availableProcessors();
        String arch = System.getProperty("os.arch").replace("amd64", "x86_64");
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("processor", processor());
        facts.put("cores", Integer.toString(cores));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("c", firstLine("gcc", "--version"));
        facts.put("commit", firstLine("git", "describe", "--always", "--dirty"));
        facts.put("load before", load());
        return new Machine(LocalDate.now().toString(), cores + "core-" + arch, facts);
    }

    static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.replaceFirst(".*:\\s*", ""))
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String firstLine(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(Project.root().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes());
            return CommandLine.exitCode(process) == 0 ? text.lines().findFirst().orElse("unknown") : "unknown";
        } catch (IOException e) {
            return "none";
        }
    }
}
