package mergedesk.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mergedesk.report.chart.WeeksChart;
import mergedesk.report.text.PeriodText;
import mergedesk.results.Study;

/** The steps of the plan: what changes on which date, with the numbers that stand for them in charts. */
final class PlanGrid {
    private final Study study;
    private final PeriodText text;

    PlanGrid(Study study) {
        this.study = study;
        text = new PeriodText(study.manifest());
    }

    /** None without a plan. */
    Optional<Grid> grid() {
        if (study.plan().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        for (Study.PlannedStep step : study.plan()) {
            rows.add(List.of(String.valueOf(rows.size() + 1), when(LocalDateTime.parse(step.on())), step.name(), String.join("; ", step.changes())));
        }
        return Optional.of(new Grid("plan", "Steps", "Numbers are those of the charts by week.", List.of(Grid.words("No."), Grid.words("When"), Grid.words("Step"), Grid.words("What holds from then on")), rows));
    }

    private String when(LocalDateTime on) {
        LocalTime time = on.toLocalTime();
        return text.day(on.toLocalDate().toString()) + (time.equals(LocalTime.MIDNIGHT) ? "" : ", " + time);
    }

    /** Where the steps are on an axis of weeks, of which the first begins on this Monday: those on it. */
    List<WeeksChart.Mark> marks(String monday, int weeks) {
        List<WeeksChart.Mark> marks = new ArrayList<>();
        int number = 0;
        for (Study.PlannedStep step : study.plan()) {
            number++;
            double days = ChronoUnit.HOURS.between(LocalDate.parse(monday).atStartOfDay(), LocalDateTime.parse(step.on())) / 24.0;
            double at = days / 7 - 0.5; // a point stands for the middle of its week
            if (at > 0 && at < weeks - 1) {
                marks.add(new WeeksChart.Mark(at, String.valueOf(number)));
            }
        }
        return marks;
    }
}
