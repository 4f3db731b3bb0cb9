package mergedesk.spark;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import mergedesk.api.WrongInput;
import org.apache.spark.SparkConf;

/**
 * Settings of Spark. What the user or the cluster has set holds, by spark-submit, its spark-defaults.conf or Java's system properties; the rest is for long streams of small tasks without a shuffle.
 */
final class Settings {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("spark.ui.enabled", "false"),
            Map.entry("spark.ui.showConsoleProgress", "false"),
            // What Spark remembers of what is over, for its web page.
            Map.entry("spark.ui.retainedJobs", "100"),
            Map.entry("spark.ui.retainedStages", "100"),
            Map.entry("spark.ui.retainedTasks", "2000"),
            // Results are handed on as they come and not kept, however many they are.
            Map.entry("spark.driver.maxResultSize", "0"),
            // Every worker is as near to the data as any other.
            Map.entry("spark.locality.wait", "0"),
            // So many workers may be lost under the same task: losses of machines pass, a task that kills its worker does not go on for ever.
            Map.entry("spark.task.maxFailures", "8"),
            // Who is silent is named after a few heartbeats (Watch), and given up after this time.
            Map.entry("spark.executor.heartbeatInterval", "1s"),
            Map.entry("spark.storage.blockManagerHeartbeatTimeoutMs", "20s"),
            Map.entry("spark.network.timeoutInterval", "2s"));

    private Settings() {}

    /** @param own settings that go over all others */
    static SparkConf of(String title, Map<String, String> own) {
        SparkConf conf = new SparkConf();
        own.forEach(conf::set);
        if (!conf.contains("spark.master")) {
            throw new WrongInput("--master: say where Spark is, such as local[4] for this machine or spark://host:7077 for a cluster");
        }
        conf.setIfMissing("spark.app.name", "Mergedesk: " + title);
        DEFAULTS.forEach(conf::setIfMissing);
        if (isLocal(conf)) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        } else if (!conf.contains("spark.jars")) {
            jar().ifPresent(jar -> conf.set("spark.jars", jar));
        }
        return conf;
    }

    static boolean isLocal(SparkConf conf) {
        return conf.get("spark.master").startsWith("local");
    }

    /** The jar that this class is from, which workers need; none when it was not built as one. */
    private static Optional<String> jar() {
        CodeSource source = Settings.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()).toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
