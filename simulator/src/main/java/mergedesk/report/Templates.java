package mergedesk.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import mergedesk.results.Parts;
import mergedesk.units.PlainText;

/** The templates of src/main/jte, which the build turns into classes, and the style sheet of all pages. */
final class Templates {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "mergedesk.report.templates");

    private Templates() {}

    /** Fills a template whose one parameter is called page; nothing in it can turn the direction of the text around it. */
    static String render(String template, Object page) {
        StringOutput output = new StringOutput();
        ENGINE.render(template, page, output);
        return PlainText.lines(output.toString());
    }

    /** What {@code page} makes, or a page without any style that says that there is no more. Both begin with the same line, by which they are known. */
    static String orPlain(Parts parts, Supplier<String> page) {
        return parts.make(
                "Report",
                "<!DOCTYPE html>\n<html lang=\"en-GB\"><meta charset=\"utf-8\"><title>Mergedesk</title>"
                        + "<p>This report could not be made; the numbers are in the other files of its folder.</p></html>",
                page);
    }

    /** The style sheet, with the font of the charts in it, so that the page needs no other file. */
    static String css() {
        String font = Base64.getEncoder().encodeToString(bytes("chart/arimo.woff2"));
        return "@font-face { font-family: \"Mergedesk Chart\"; src: url(data:font/woff2;base64," + font
                + ") format(\"woff2\"); }\n" + new String(bytes("report.css"), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Templates.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
