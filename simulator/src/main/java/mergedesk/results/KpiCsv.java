package mergedesk.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mergedesk.stats.Estimate;

/**
 * kpis.csv: one row for each measure in each scope, in the order given.
 *
 * <p>RFC 4180 quoting, UTF-8, line feeds. An empty estimate has empty cells for value and half-width and n = 0. The
 * bytes depend on nothing but the rows.
 */
public final class KpiCsv {
    /** Name of the file in a result folder. */
    public static final String FILE_NAME = "kpis.csv";

    private static final String[] COLUMNS = {
        "measure",
        "scope",
        "council",
        "service",
        "channel",
        "desk",
        "group",
        "interval",
        "value",
        "half_width",
        "n",
        "method"
    };

    private KpiCsv() {}

    /** The whole file. */
    public static byte[] bytes(List<Kpi> kpis) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRow(COLUMNS);
        for (Kpi kpi : kpis) {
            Estimate estimate = kpi.estimate();
            boolean empty = estimate.isEmpty();
            csv.writeRow(
                    kpi.measure(),
                    kpi.scope(),
                    kpi.council(),
                    kpi.service(),
                    kpi.channel(),
                    kpi.desk(),
                    kpi.group(),
                    kpi.interval(),
                    CsvNumber.of(estimate.value()),
                    empty ? "" : CsvNumber.of(estimate.halfWidth()),
                    empty ? "0" : Long.toString(estimate.n()),
                    estimate.method().id());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
