package mergedesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mergedesk.peer.CReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs every benchmark and writes benchmarks/results: {@code ./mvnw -Pbench verify}. {@link Settings} says what can be asked for. */
public final class Main {
    private static final List<Integer> HORIZON_DAYS = List.of(36, 360, 3_600);
    private static final List<Integer> TIMES = List.of(1, 4, 16);

    private Main() {}

    /** No arguments; system properties as in {@link Settings}. */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT); // figures and generated scenarios are written alike everywhere
        System.setProperty(
                "jmh.ignoreLock", "true"); // of other checkouts; a busy machine shows in the load that is written down
        long startNanos = System.nanoTime();
        Settings settings = Settings.fromSystem();
        Machine machine = Machine.here();
        Path benchmarks = Project.root().resolve("benchmarks");
        Optional<CReference> c =
                CReference.compile(benchmarks.resolve("reference"), benchmarks.resolve("target/reference"));
        Results results = measure(settings, c);
        machine.facts().put("load after", Machine.load());
        machine.facts().put("took", "%.0f min".formatted((System.nanoTime() - startNanos) / 60e9));
        write(benchmarks.resolve("results"), machine, settings, results);
    }

    private static Results measure(Settings settings, Optional<CReference> c) {
        CommandLine commandLine = new CommandLine();
        Results results = new Results();
        for (Race race : new Races(settings, c, commandLine).wanted()) {
            results.add(race.run(System.out::println));
        }
        if (settings.wants("memory")) {
            Path scenario = Project.root().resolve("scenarios/oracles/erlang-a-desk.yaml");
            for (int days : HORIZON_DAYS) {
                results.liveBytes().put(days, MemoryRun.liveBytes(scenario, days));
                System.out.printf(
                        "memory  %,d days  %,d bytes%n",
                        days, results.liveBytes().get(days));
            }
        }
        if (settings.wants("growth")) {
            grow(settings, results);
        }
        if (settings.wants("country")) {
            CountryRun country = CountryRun.of(commandLine, settings.quick() ? "1 month" : "1 year");
            System.out.printf(
                    "country  %,d events, %.1f s%n",
                    country.run().events(), country.run().cpuSeconds());
            return results.with(country);
        }
        return results;
    }

    private static void grow(Settings settings, Results results) {
        for (Growth axis : Growth.values()) {
            for (int times : TIMES) {
                GrowthRun.Point point = GrowthRun.of(axis, times, settings.quick() ? 1 : 3);
                results.add(axis, point);
                System.out.printf(
                        "growth  %s %d ×  %,d events, %.1f ns, %,d bytes%n",
                        axis, times, point.events(), point.nanos(), point.liveBytes());
            }
        }
    }

    private static void write(Path folder, Machine machine, Settings settings, Results results) throws IOException {
        Files.createDirectories(folder);
        boolean whole = settings.only().isEmpty() && settings.profilers().isEmpty();
        String name = machine.date() + "-" + machine.name() + (settings.quick() ? "-quick" : "") + (whole ? "" : "-part");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", machine);
        json.put("settings", settings);
        json.put("goals", Goals.asMaps(Goals.of(results)));
        json.put("races", results.races());
        json.put("liveBytesByDays", results.liveBytes());
        json.put("country", results.country().orElse(null));
        json.put("growth", results.growth());
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.write(folder.resolve(name + ".json"), mapper.writeValueAsBytes(json));
        String table = Report.markdown(machine, settings, results);
        Files.writeString(folder.resolve(name + ".md"), table);
        System.out.println("\n" + table + "\nWritten: " + folder.resolve(name) + ".md and .json");
    }
}
