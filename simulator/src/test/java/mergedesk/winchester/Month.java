package mergedesk.winchester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A month that Winchester City Council published.
 *
 * @param id such as 2011-05, the name of the month's scenario file
 * @param offered calls offered
 * @param answered calls answered
 * @param answeredPercent answered / offered, as published.csv states it
 * @param publishedPercent share answered as the council printed it, which is not always answered / offered
 * @param withinPercent share answered within 45 s
 * @param openDays weekdays without bank holidays
 */
record Month(
        String id,
        int offered,
        int answered,
        double answeredPercent,
        double publishedPercent,
        double withinPercent,
        int openDays) {
    static final Path FOLDER = Path.of("..", "scenarios", "councils", "winchester");

    /** The published months, May 2011 to March 2012. */
    static List<Month> all() {
        try {
            return Files.readAllLines(FOLDER.resolve("published.csv")).stream()
                    .skip(1)
                    .map(Month::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ordinary months on which everything unknown is fitted. */
    static List<Month> ordinary() {
        return all().stream().filter(Month::isFitted).toList();
    }

    static Month of(List<Month> months, String id) {
        return months.stream().filter(month -> month.id.equals(id)).findFirst().orElseThrow();
    }

    private static Month of(String line) {
        String[] cells = line.split(",");
        return new Month(
                cells[0],
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Integer.parseInt(cells[6]));
    }

    boolean isFitted() {
        return id.compareTo("2011-09") <= 0;
    }

    /** Share answered from the counts; the fit takes this one, in points. */
    double answeredOfOffered() {
        return 100.0 * answered / offered;
    }
}
