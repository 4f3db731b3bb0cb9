package mergedesk.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** trials.csv: one row for each trial of {@code solve}, in the order in which they were made. */
public final class TrialCsv {
    /** Name of the file in a result folder. */
    public static final String FILE_NAME = "trials.csv";

    private TrialCsv() {}

    /** The whole file; numbers and quoting as in {@link KpiCsv}. The estimate is empty where the value is not possible, or nothing was observed. */
    public static byte[] bytes(Answer answer) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRow("path", "value", "possible", "replications", "measure", "estimate", "half_width", "confidence", "meets");
        for (Answer.Trial trial : answer.trials()) {
            csv.writeRow(
                    answer.path(),
                    trial.value(),
                    Boolean.toString(trial.possible()),
                    Integer.toString(trial.replications()),
                    answer.measure().id(),
                    CsvNumber.of(trial.estimate().value()),
                    CsvNumber.of(trial.estimate().halfWidth()),
                    CsvNumber.of(trial.confidence()),
                    Boolean.toString(trial.meets()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
