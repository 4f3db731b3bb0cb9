package mergedesk.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mergedesk.units.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * manifest.json: what ran, and which files belong to the result.
 *
 * <p>All that may differ between two identical runs (time of day, seconds taken, Java version) stands here and in no
 * other file.
 *
 * @param kind {@link #STUDY} or {@link #COMPARISON}; marks a folder as one that Mergedesk wrote and may replace
 * @param format version of this file's layout
 * @param written moment of writing, UTC
 * @param runs what ran: one entry for a study, A and B for a comparison
 * @param files every other file of the result by name
 */
public record ResultManifest(
        String kind,
        int format,
        String name,
        String written,
        Map<String, Study.Manifest> runs,
        List<String> warnings,
        Map<String, Content> files) {

    static final String FILE_NAME = "manifest.json";
    static final String STUDY = "mergedesk-study";
    static final String COMPARISON = "mergedesk-comparison";

    private static final int FORMAT = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A file as it was written: its length in bytes and its SHA-256 in hexadecimal. */
    public record Content(long bytes, String sha256) {}

    static ResultManifest of(
            String kind,
            String name,
            Map<String, Study.Manifest> runs,
            List<String> warnings,
            Map<String, byte[]> files) {
        Map<String, Content> contents = new LinkedHashMap<>();
        files.forEach((file, bytes) -> contents.put(file, new Content(bytes.length, sha256(bytes))));
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new ResultManifest(kind, FORMAT, name, now, runs, warnings, contents);
    }

    byte[] json() {
        return PlainText.escaped(JSON.writeValueAsString(this)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The files that a manifest lists, itself included; empty when the bytes are no manifest of ours.
     *
     * <p>Reads no more than it must, so that results of older and newer versions are recognised too.
     */
    static Optional<List<String>> filesListedBy(byte[] json) {
        try {
            JsonNode manifest = JSON.readTree(json);
            String kind = manifest.path("kind").asString("");
            if (!kind.equals(STUDY) && !kind.equals(COMPARISON)) {
                return Optional.empty();
            }
            List<String> names = new ArrayList<>(manifest.path("files").propertyNames());
            names.add(FILE_NAME);
            return Optional.of(names);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
