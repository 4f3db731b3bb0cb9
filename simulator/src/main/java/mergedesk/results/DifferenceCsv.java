package mergedesk.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mergedesk.stats.Estimate;

/** differences.csv: one row for each measure and scope that both sides have; differences are B minus A. */
public final class DifferenceCsv {
    /** Name of the file in a result folder. */
    public static final String FILE_NAME = "differences.csv";

    private static final String[] COLUMNS = {
        "measure",
        "scope",
        "council",
        "service",
        "channel",
        "desk",
        "group",
        "interval",
        "value_a",
        "value_b",
        "difference",
        "half_width",
        "n",
        "method"
    };

    private DifferenceCsv() {}

    /** The whole file; numbers and quoting as in {@link KpiCsv}. */
    public static byte[] bytes(List<Comparison.Difference> differences) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRow(COLUMNS);
        for (Comparison.Difference row : differences) {
            Estimate difference = row.difference();
            boolean empty = difference.isEmpty();
            csv.writeRow(
                    row.measure(),
                    row.scope(),
                    row.council(),
                    row.service(),
                    row.channel(),
                    row.desk(),
                    row.group(),
                    row.interval(),
                    CsvNumber.of(row.valueA()),
                    CsvNumber.of(row.valueB()),
                    CsvNumber.of(difference.value()),
                    empty ? "" : CsvNumber.of(difference.halfWidth()),
                    empty ? "0" : Long.toString(difference.n()),
                    difference.method().id());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
