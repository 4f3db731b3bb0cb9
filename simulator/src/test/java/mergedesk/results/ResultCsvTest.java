package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import mergedesk.stats.Estimate;
import mergedesk.stats.Estimate.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the default locale is that of all tests")
class ResultCsvTest {
    @Test
    void bytesAreExactlyThese() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            String text = new String(ResultCsv.kpis(rows()), StandardCharsets.UTF_8);
            assertThat(text).isEqualTo("""
                            measure,scope,council,service,channel,desk,group,interval,value,half_width,n,method
                            offered,overall,,,,,,,1203344.5,4813.25,60,mean
                            sl_answered_of_offered,council,"Ynys Môn, ""North""\",,,,,,0.831,0.009,60,ratio_of_totals
                            wait_p90,interval,,,,,,Mon 09:30,61.3,,1,pooled_quantile
                            occupancy,group,,,,,"all
                            rounders",,,,0,none
                            """);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void emptyEstimatesHaveNoNumbersWhateverElseTheySay() {
        Kpi kpi = new Kpi("x", Scope.OVERALL, new Estimate(Double.NaN, 3, 7, Method.RATIO));
        assertThat(new String(ResultCsv.kpis(List.of(kpi)), StandardCharsets.UTF_8))
                .endsWith("\nx,overall,,,,,,,,,0,ratio_of_totals\n");
    }

    private static List<Kpi> rows() {
        return List.of(
                new Kpi("offered", Scope.OVERALL, new Estimate(1203344.5, 4813.25, 60, Method.MEAN)),
                new Kpi("sl_answered_of_offered", Scope.council("Ynys Môn, \"North\""), new Estimate(0.831, 0.009, 60, Method.RATIO)),
                new Kpi("wait_p90", Scope.interval("Mon 09:30"), new Estimate(61.3, Double.NaN, 1, Method.QUANTILE)),
                new Kpi("occupancy", Scope.group("all\nrounders"), Estimate.EMPTY));
    }
}
