package mergedesk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How impact and urgency make a priority. */
class TicketChancesTest {
    private static final List<Grades> ONE_GRADE = List.of(new Grades(1, 0, 0), new Grades(0, 1, 0), new Grades(0, 0, 1)); // high, medium, low

    private static double[] chances(Grades impact, Grades urgency) {
        return Ticket.PLAIN.with(Ticket::impact, impact).with(Ticket::urgency, urgency).chances();
    }

    /** Rows: impact high, medium, low; columns: urgency. */
    @Test
    void eachPairHasItsPriority() {
        int[][] priority = {{1, 2, 3}, {2, 3, 4}, {3, 4, 5}};
        for (int i = 0; i < 3; i++) {
            for (int u = 0; u < 3; u++) {
                double[] certain = new double[Ticket.PRIORITIES];
                certain[priority[i][u] - 1] = 1;
                assertThat(chances(ONE_GRADE.get(i), ONE_GRADE.get(u))).as("impact %d, urgency %d", i, u).containsExactly(certain);
            }
        }
    }

    @Test
    void sharesMultiply() {
        Grades grades = new Grades(0.2, 0.3, 0.5);
        assertThat(chances(grades, grades)).containsExactly(new double[] {0.04, 0.12, 0.29, 0.3, 0.25}, within(1e-12));
        Grades steep = new Grades(0.2, 0.5, 0.3);
        assertThat(chances(steep, steep)).containsExactly(new double[] {0.04, 0.2, 0.37, 0.3, 0.09}, within(1e-12));
    }

    @Test
    void sharesByPriorityAreTakenAsTheyStand() {
        assertThat(Ticket.PLAIN.chances()).containsExactly(0, 0, 1, 0, 0);
        assertThat(Ticket.PLAIN.with(Ticket::priority, Map.of(1, 0.1, 5, 0.9)).chances()).containsExactly(0.1, 0, 0, 0, 0.9);
    }
}
