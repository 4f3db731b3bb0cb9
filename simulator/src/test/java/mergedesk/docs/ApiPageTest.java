package mergedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import mergedesk.docs.Document.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What api.md shows runs and prints what it says: its lines in JShell, all in one session, and its Maven project. {@code -DwriteDocs=true} writes what is printed anew. */
@Timeout(600)
class ApiPageTest {
    private static final String NEXT = "---- next block";
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin").toString();

    @TempDir
    private Path folder;

    private Document page;

    @BeforeEach
    void read() throws IOException {
        page = Document.read(Document.TOP.resolve("simulator/docs/api.md"));
        for (Block block : page.blocks()) {
            if (block.fileName() != null) {
                Files.writeString(folder.resolve(block.fileName()), block.content());
            }
        }
    }

    @Test
    void linesInJShell() throws Exception {
        List<Integer> lines = where("java", "jshell");
        StringBuilder session = new StringBuilder();
        lines.forEach(block -> session.append(page.blocks().get(block).content()).append("System.out.println(\"" + NEXT + "\");\n"));
        Path file = Files.writeString(folder.resolve("session.jsh"), session + "/exit\n");

        String printed = printed(folder, JAVA + File.separator + "jshell", "-J-Djava.util.prefs.userRoot=" + folder, "-J-XX:TieredStopAtLevel=1", "-R-XX:TieredStopAtLevel=1", "-R-Duser.language=en", "-R-Djava.awt.headless=true", "--class-path", System.getProperty("java.class.path"), file.toString());

        assertThat(printed + said(folder.resolve("errors.txt"))).doesNotContain("|  ");
        String[] blocks = printed.split(NEXT + "\n");
        assertThat(blocks).as(printed).hasSize(lines.size());
        assertThat(page.blocks().get(lines.get(0)).content().lines()).hasSize(10);
        for (int i = 0; i < blocks.length; i++) {
            shows(lines.get(i) + 1, blocks[i]);
        }
    }

    @Test
    void theProgramOfTheProject() throws Exception {
        compile(folder);

        String printed = printed(folder, JAVA + File.separator + "java", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-Dslf4j.internal.verbosity=ERROR", "-cp", folder + File.pathSeparator + System.getProperty("java.class.path"), "DeskStudy");

        List<Integer> program = where("java", "");
        shows(program.get(0) + 2, printed);
    }

    private void compile(Path target) throws IOException {
        Path source = Files.writeString(folder.resolve("DeskStudy.java"), block("java", "").content());
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Xlint:all", "-Werror", "-proc:none", "-d", target.toString(), "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(compiled).isZero();
    }

    /** The project asks for what this build makes. */
    @Test
    void thePomOfTheProject() throws Exception {
        Element theirs = xml(block("xml", "").content());
        Element ours = xml(Files.readString(Path.of("pom.xml")));
        Element parent = (Element) ours.getElementsByTagName("parent").item(0);
        Element wanted = (Element) theirs.getElementsByTagName("dependency").item(0);

        assertThat(texts(wanted, "groupId")).isEqualTo(texts(parent, "groupId"));
        assertThat(texts(wanted, "version")).isEqualTo(texts(parent, "version"));
        assertThat(child(wanted, "artifactId")).isEqualTo(child(ours, "artifactId"));
        assertThat(texts(theirs, "mainClass")).containsExactly("DeskStudy");
        String versions = Files.readString(Path.of("..", "pom.xml"));
        NodeList plugins = theirs.getElementsByTagName("plugin");
        for (int i = 0; i < plugins.getLength(); i++) {
            Element plugin = (Element) plugins.item(i);
            assertThat(versions).containsPattern("<artifactId>" + child(plugin, "artifactId") + "</artifactId>\\s*<version>" + child(plugin, "version") + "</version>");
        }
        assertThat(versions).contains("<maven.compiler.release>" + child(theirs, "maven.compiler.release") + "</maven.compiler.release>");
    }

    /** Maven itself builds the project, with this build in a repository of its own before the user's. */
    @Test
    @Tag("nightly")
    void mavenBuildsTheProject() throws Exception {
        Path repository = folder.resolve("repository");
        String version = child((Element) xml(Files.readString(Path.of("pom.xml"))).getElementsByTagName("parent").item(0), "version");
        Path parent = Files.createDirectories(repository.resolve("org/mergedesk/mergedesk/" + version));
        Files.copy(Path.of("..", "pom.xml"), parent.resolve("mergedesk-" + version + ".pom"));
        Path simulator = Files.createDirectories(repository.resolve("org/mergedesk/mergedesk-simulator/" + version));
        Files.copy(Path.of("pom.xml"), simulator.resolve("mergedesk-simulator-" + version + ".pom"));
        jar(Path.of("target", "classes"), simulator.resolve("mergedesk-simulator-" + version + ".jar"));
        Path project = Files.createDirectories(folder.resolve("project/src/main/java"));
        Files.writeString(project.resolve("DeskStudy.java"), block("java", "").content());
        Files.writeString(folder.resolve("project/pom.xml"), block("xml", "").content());
        boolean isWindows = System.getProperty("os.name").startsWith("Windows");
        String user = System.getProperty("maven.repo.local", Path.of(System.getProperty("user.home"), ".m2", "repository").toString());

        String built = printed(folder.resolve("project"), Document.TOP.resolve(isWindows ? "mvnw.cmd" : "mvnw").toString(), "-q", "-B", "-Dmaven.repo.local=" + repository, "-Dmaven.repo.local.tail=" + user, "package");
        assertThat(built).isEmpty();
        String printed = printed(folder.resolve("project"), JAVA + File.separator + "java", "-Djava.awt.headless=true", "-Dslf4j.internal.verbosity=ERROR", "-jar", "target/desk-study-1.jar");

        shows(where("java", "").get(0) + 2, printed);
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out); Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("spark") && !file.endsWith("mergedesk.api.EngineProvider")).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }

    private String printed(Path where, String... command) throws Exception {
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(command).directory(where.toFile()).redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertThat(process.waitFor()).as(() -> printed + said(errors)).isZero();
        return printed;
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<Integer> where(String language, String note) {
        List<Integer> where = new ArrayList<>();
        for (int i = 0; i < page.blocks().size(); i++) {
            if (page.blocks().get(i).language().equals(language) && page.blocks().get(i).note().equals(note)) {
                where.add(i);
            }
        }
        assertThat(where).isNotEmpty();
        return where;
    }

    private Block block(String language, String note) {
        return page.blocks().get(where(language, note).get(0));
    }

    /** The block after what runs is what it printed. */
    private void shows(int block, String printed) throws IOException {
        if (Boolean.getBoolean("writeDocs")) {
            String whole = Files.readString(page.file());
            List<Integer> fences = new ArrayList<>();
            for (int at = whole.indexOf("\n```"); at >= 0; at = whole.indexOf("\n```", at + 1)) {
                fences.add(at);
            }
            Files.writeString(page.file(), whole.substring(0, fences.get(2 * block) + 4) + "\n" + printed.stripTrailing() + whole.substring(fences.get(2 * block + 1)));
            return;
        }
        assertThat(printed).as("run again with -DwriteDocs=true, and read the text around it").isEqualTo(page.blocks().get(block).content());
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    }

    private static List<String> texts(Element element, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = element.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    /** The text of an element that is a child itself. */
    private static String child(Element element, String name) {
        for (org.w3c.dom.Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent();
            }
        }
        return texts(element, name).get(0);
    }
}
