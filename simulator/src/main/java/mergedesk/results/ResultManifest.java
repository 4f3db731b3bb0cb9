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
import java.util.stream.Collectors;
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
 * @param format version of this file's layout
 * @param written moment of writing, UTC
 * @param origin what it is a result of; marks a folder as one that Mergedesk wrote, and says when it may be replaced
 * @param runs what ran: one entry for a study, one of each side for a comparison
 * @param files every other file of the result by name
 */
public record ResultManifest(
        int format,
        String name,
        String written,
        Origin origin,
        Map<String, Study.Manifest> runs,
        List<String> warnings,
        Map<String, Content> files) {

    static final String FILE_NAME = "manifest.json";

    private static final int FORMAT = 2;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A file as it was written: its length in bytes and its SHA-256 in hexadecimal. */
    public record Content(long bytes, String sha256) {}

    /** What Mergedesk of any version needs to know of a folder that another one wrote. */
    record Listed(Optional<Origin> origin, List<String> files) {}

    static ResultManifest of(
            Origin origin,
            String name,
            Map<String, Study.Manifest> runs,
            List<String> warnings,
            Map<String, byte[]> files) {
        Map<String, Content> contents = new LinkedHashMap<>();
        files.forEach((file, bytes) -> contents.put(file, new Content(bytes.length, sha256(bytes))));
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new ResultManifest(FORMAT, name, now, origin, runs, warnings, contents);
    }

    byte[] json() {
        return PlainText.escaped(JSON.writeValueAsString(this)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The origin and the files that a manifest lists, itself included; empty when the bytes are no manifest of ours.
     *
     * <p>Reads no more than it must, so that results of older and newer versions are recognised too. The first version named no origin.
     */
    static Optional<Listed> read(byte[] json) {
        try {
            JsonNode manifest = JSON.readTree(json);
            JsonNode origin = manifest.path("origin");
            String kind = origin.path("kind").asString(manifest.path("kind").asString(""));
            if (!kind.startsWith(Origin.MARK)) {
                return Optional.empty();
            }
            List<String> names = new ArrayList<>(manifest.path("files").propertyNames());
            names.add(FILE_NAME);
            Optional<Origin> known = origin.isObject()
                    ? Optional.of(new Origin(kind, texts(origin.path("files")), texts(origin.path("options"))))
                    : Optional.empty();
            return Optional.of(new Listed(known, names));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(text -> text.asString("")).collect(Collectors.toList());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
