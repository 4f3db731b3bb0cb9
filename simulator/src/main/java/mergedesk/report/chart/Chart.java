package mergedesk.report.chart;

import java.util.List;
import java.util.stream.Stream;

/**
 * A chart as the page shows it.
 *
 * @param id unique in the page
 * @param title short heading
 * @param finding what is to be seen, in a sentence or two; also the drawing's description for those who do not see it
 * @param svg inline drawing
 * @param key names of the lines and areas that are not labelled in the drawing
 * @param columns headings of the numbers that are drawn
 * @param rows the numbers, ready to be read; the first cell names the row
 */
public record Chart(
        String id,
        String title,
        String finding,
        String svg,
        List<Key> key,
        List<String> columns,
        List<List<String>> rows) {

    /** The same with further names before those of its key. */
    public Chart withKeyBefore(List<Key> further) {
        return new Chart(id, title, finding, svg, Stream.concat(further.stream(), key.stream()).toList(), columns, rows);
    }

    /** A line or area and its name. {@code ink} is a CSS class of the page: key-main, key-load ... */
    public record Key(String ink, String name) {}
}
