package mergedesk.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A standalone Master of Spark and Workers with a core each: processes on loopback, from the class path of this one, that talk to nobody without a secret. */
final class Cluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final String CLASS_PATH =
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(path -> Path.of(path).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    private static final List<String> SMALL = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dslf4j.internal.verbosity=ERROR");

    private final Path folder;
    private final Path settings;
    private final String secret = UUID.randomUUID().toString();
    private final int port = freePort();
    private final int pagePort = freePort();
    private final List<Process> workers = new ArrayList<>();
    private final Process master;
    private final Thread hook = new Thread(this::kill, "cluster ends");

    /** Ready to work. */
    Cluster(Path folder, int workerCount) throws Exception {
        this.folder = folder;
        for (String name : List.of("jars", "conf", "tmp", "local")) {
            Files.createDirectories(folder.resolve(name));
        }
        // The secret is on no command line.
        settings = Files.createFile(folder.resolve("daemon.properties"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(settings, "spark.worker.timeout 4\nspark.deploy.maxExecutorRetries -1\nspark.authenticate true\nspark.authenticate.secret " + secret + "\n");
        Runtime.getRuntime().addShutdownHook(hook);
        master = start("master", "org.apache.spark.deploy.master.Master", "--host", HOST, "--port", Integer.toString(port), "--webui-port", Integer.toString(pagePort));
        await("the master", this::listens);
        for (int i = 0; i < workerCount; i++) {
            workers.add(start("worker" + i, "org.apache.spark.deploy.worker.Worker", "--host", HOST, "--cores", "1", "--memory", "600m", "--webui-port", "0", "--work-dir", folder.resolve("work").toString(), url()));
        }
        await("the workers", () -> page().replace(" ", "").contains("\"aliveworkers\":" + workerCount + ","));
    }

    String url() {
        return "spark://" + HOST + ":" + port;
    }

    String secret() {
        return secret;
    }

    /** What a driver needs to work here. */
    Map<String, String> driver() {
        Map<String, String> driver = new HashMap<>(driverWithoutClasses());
        driver.put("spark.executor.extraClassPath", CLASS_PATH);
        return driver;
    }

    /** The same for one whose classes come in a jar. */
    Map<String, String> driverWithoutClasses() {
        Map<String, String> driver = new HashMap<>();
        driver.put("spark.master", url());
        driver.put("spark.driver.host", HOST);
        driver.put("spark.driver.bindAddress", HOST);
        driver.put("spark.executor.memory", "500m");
        driver.put("spark.executor.cores", "1");
        driver.put("spark.executor.extraJavaOptions", "-XX:+UseSerialGC -Djava.io.tmpdir=" + folder.resolve("tmp"));
        driver.put("spark.scheduler.minRegisteredResourcesRatio", "1.0");
        driver.put("spark.local.dir", folder.resolve("local").toString());
        driver.put("spark.authenticate", "true");
        driver.put("spark.authenticate.secret", secret);
        return driver;
    }

    private Process start(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(JAVA_HOME, "bin", "java").toString()));
        command.addAll(SMALL);
        command.addAll(List.of("-Djava.io.tmpdir=" + folder.resolve("tmp"), "-cp", CLASS_PATH, main, "--properties-file", settings.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("SPARK_"));
        builder.environment().putAll(environment());
        return builder.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "SPARK_HOME", folder.toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", HOST,
                "SPARK_LOCAL_DIRS", folder.resolve("local").toString(),
                "SPARK_CONF_DIR", folder.resolve("conf").toString(),
                "JAVA_HOME", JAVA_HOME);
    }

    private boolean listens() {
        try (Socket socket = new Socket(HOST, port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What the Master says of itself. */
    private String page() {
        try (var in = URI.create("http://" + HOST + ":" + pagePort + "/json/").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(String what, Callable<Boolean> there) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!there.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " did not come");
            }
            Thread.sleep(20);
        }
    }

    /** To a worker with the process that it started: KILL, STOP, CONT. */
    void signal(String signal, int worker) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        tree(workers.get(worker)).forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static Stream<ProcessHandle> tree(Process process) {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    private void kill() {
        List<ProcessHandle> all = new ArrayList<>();
        workers.forEach(worker -> tree(worker).forEach(all::add));
        if (master != null) {
            tree(master).forEach(all::add);
        }
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> null).join());
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
