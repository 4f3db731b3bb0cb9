package mergedesk.scenario.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import mergedesk.scenario.tree.FileRead;
import mergedesk.scenario.tree.SourceFiles;
import mergedesk.scenario.tree.Tree;

/**
 * The SHA-256 of what a scenario says: its merged tree, values of the command line included, and the bytes of its CSV files.
 *
 * <p>Equal files and equal --set options give an equal hash, wherever the files lie. Comments and quotation marks do not count; the order
 * of keys does, because flows are simulated in the order of the file. Every text is preceded by its length, so no two trees share a spelling.
 */
final class ScenarioHash {
    private final MessageDigest digest = SourceFiles.sha256();

    private ScenarioHash() {}

    /** The hash, which is made when it is asked for: of most points of a sweep nobody asks. */
    static Supplier<String> of(Tree tree, List<FileRead> tables) {
        return () -> {
            ScenarioHash hash = new ScenarioHash();
            hash.add(tree);
            tables.forEach(table -> hash.add('c', table.sha256()));
            return HexFormat.of().formatHex(hash.digest.digest());
        };
    }

    private void add(Tree tree) {
        if (tree instanceof Tree.Leaf leaf) {
            add(leaf.text() == null ? 'n' : 'l', leaf.text() == null ? "" : leaf.text());
        } else if (tree instanceof Tree.Items list) {
            add('i', Integer.toString(list.items().size()));
            list.items().forEach(this::add);
        } else if (tree instanceof Tree.Table table) {
            add('t', Integer.toString(table.entries().size()));
            table.entries().forEach((key, entry) -> {
                add('k', key);
                add(entry.value());
            });
        }
    }

    private void add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
