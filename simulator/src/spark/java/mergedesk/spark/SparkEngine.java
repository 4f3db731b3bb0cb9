package mergedesk.spark;

import java.util.Map;
import java.util.function.Consumer;
import mergedesk.api.EngineProvider;
import mergedesk.api.SweepFile;
import mergedesk.api.WrongInput;
import mergedesk.sweep.RunExecutor;

/** The engine {@code spark}. Loads without Spark on the class path, to say so. */
public final class SparkEngine implements EngineProvider {
    @Override
    public String name() {
        return "spark";
    }

    @Override
    public RunExecutor start(SweepFile sweep, String master, Consumer<String> news) {
        quieten();
        try {
            return new SparkExecutor(sweep, master.isEmpty() ? Map.of() : Map.of("spark.master", master), news);
        } catch (NoClassDefFoundError absent) {
            throw new WrongInput("engine spark: Apache Spark is not on the class path; set SPARK_HOME to an installation of Spark 4, or use its spark-submit: simulator/docs/cluster.md");
        }
    }

    /** Of what Spark logs, only what went wrong is shown; unless it was started by spark-submit, or its user says otherwise. */
    private static void quieten() {
        if (System.getProperty("SPARK_SUBMIT") == null && System.getProperty("log4j.configurationFile") == null && System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty("log4j2.configurationFile", "mergedesk-spark-log4j2.properties");
        }
    }
}
