package mergedesk.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import mergedesk.stats.Estimate;
import org.junit.jupiter.api.Test;

class KpisTest {
    private static final int DESKS = 50;

    private final List<Kpi> rows = rows();
    private int read;

    private static Kpi kpi(String measure, Scope scope, double value) {
        return new Kpi(measure, scope, new Estimate(value, 1, 30, Estimate.Method.MEAN));
    }

    /** Two measures of everything, desks of one name with councils, two months of each and two times of the week. */
    private static List<Kpi> rows() {
        List<Kpi> rows = new ArrayList<>();
        List<Scope> places = new ArrayList<>(List.of(Scope.OVERALL));
        for (int i = 0; i < DESKS; i++) {
            places.add(Scope.council("p" + i));
            places.add(Scope.desk("p" + i));
            places.add(Scope.group("p" + i, "p" + i, "g" + i));
        }
        for (Scope place : places) {
            rows.add(kpi("offered", place, rows.size()));
            rows.add(kpi("answered", place, rows.size()));
        }
        for (String slot : List.of("Mon 09:00", "Mon 09:30")) {
            rows.add(kpi("offered", Scope.interval(slot), rows.size()));
            rows.add(kpi("answered", Scope.interval(slot), rows.size()));
        }
        for (String month : List.of("2026-03", "2026-04")) {
            places.forEach(place -> rows.add(kpi("offered", Scope.month(month, place), rows.size())));
        }
        return rows;
    }

    /** The rows, counting how often one is read. */
    private Kpis counted() {
        return Kpis.of(new AbstractList<>() {
            @Override
            public Kpi get(int row) {
                read++;
                return rows.get(row);
            }

            @Override
            public int size() {
                return rows.size();
            }
        });
    }

    @Test
    void findsWhatGoingThroughAllRowsFinds() {
        Kpis kpis = Kpis.of(rows);
        assertThat(kpis).isEqualTo(rows);
        for (Kpi row : rows) {
            assertThat(kpis.estimate(row.measure(), row.scope())).isSameAs(row.estimate());
            if (row.scope().kind() != Scope.Kind.INTERVAL) {
                List<Kpi> months = rows.stream()
                        .filter(kpi -> kpi.measure().equals(row.measure()) && kpi.scope().kind() == Scope.Kind.MONTH && kpi.scope().place().isSameAs(row.scope()))
                        .toList();
                assertThat(kpis.by(Scope.Kind.MONTH, row.measure(), row.scope())).isEqualTo(months).hasSize(row.measure().equals("offered") && row.scope().kind() != Scope.Kind.MONTH ? 2 : 0);
            }
        }
        assertThat(kpis.by(Scope.Kind.INTERVAL, "answered", Scope.OVERALL)).extracting(kpi -> kpi.scope().interval()).containsExactly("Mon 09:00", "Mon 09:30");
        assertThat(kpis.estimate("offered", Scope.group("g7"))).isEqualTo(kpis.estimate("offered", Scope.group("p7", "p7", "g7")));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        Kpis kpis = Kpis.of(rows);
        assertThat(kpis.estimate("blocked", Scope.OVERALL)).isEqualTo(Estimate.EMPTY);
        assertThat(kpis.estimate("offered", Scope.desk("nowhere"))).isEqualTo(Estimate.EMPTY);
        assertThat(kpis.estimate("offered", Scope.service("p1"))).isEqualTo(Estimate.EMPTY);
        assertThat(kpis.by(Scope.Kind.MONTH, "offered", Scope.desk("nowhere"))).isEmpty();
        assertThat(kpis.by(Scope.Kind.INTERVAL, "blocked", Scope.OVERALL)).isEmpty();
    }

    /** However many targets ask. */
    @Test
    void everyRowIsReadOnce() {
        Kpis kpis = counted();
        for (int i = 0; i < DESKS; i++) {
            kpis.estimate("offered", Scope.desk("p" + i));
            kpis.by(Scope.Kind.MONTH, "offered", Scope.desk("p" + i));
            kpis.by(Scope.Kind.INTERVAL, "offered", Scope.OVERALL);
        }
        assertThat(read).isEqualTo(rows.size());
    }
}
