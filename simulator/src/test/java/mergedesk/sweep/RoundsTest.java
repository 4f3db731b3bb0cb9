package mergedesk.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import mergedesk.stats.Measure;
import mergedesk.sweep.Rounds.Rule;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Measure OFFERED = Measure.byId("offered").orElseThrow();

    /** Tells so many further runs of a point, each {@code spread} off 100 to one side or the other. */
    private static void tell(Rounds rounds, int point, int from, long spread) {
        IntStream.range(from, rounds.asked(point)).forEach(run -> rounds.tell(point, 100 + (run % 2 == 0 ? spread : -spread), 1));
    }

    @Test
    void aFixedNumberIsOneRound() {
        Rounds rounds = new Rounds(Rule.fixed(7), 3, OFFERED);

        assertThat(rounds.next()).isTrue();
        assertThat(rounds.asked(2)).isEqualTo(7);
        assertThat(rounds.runs()).isEqualTo(21);
        assertThat(rounds.next()).isFalse();
    }

    /** Four runs 10 off: s = 11.5, t = 3.18, half-width 18.4; after eight 10.7, t = 2.36, 8.9. The other point is known from the start. */
    @Test
    void aPointGoesOnUntilItsHalfWidthIsReached() {
        Rounds rounds = new Rounds(new Rule(4, OptionalDouble.of(9), OptionalLong.empty(), 4, 100), 2, OFFERED);
        rounds.next();
        tell(rounds, 0, 0, 10);
        tell(rounds, 1, 0, 1);

        assertThat(rounds.next()).isTrue();
        assertThat(rounds.asked(0)).isEqualTo(8);
        assertThat(rounds.asked(1)).isEqualTo(4);
        tell(rounds, 0, 4, 10);
        assertThat(rounds.next()).isFalse();
    }

    @Test
    void noPointHasMoreThanTheMost() {
        Rounds rounds = new Rounds(new Rule(4, OptionalDouble.of(0.001), OptionalLong.empty(), 4, 10), 1, OFFERED);
        int told = 0;
        while (rounds.next()) {
            tell(rounds, 0, told, 10);
            told = rounds.asked(0);
        }
        assertThat(rounds.asked(0)).isEqualTo(10);
    }

    @Test
    void aBudgetGoesToTheQuarterOfWhichLeastIsKnownAndIsNotExceeded() {
        Rounds rounds = new Rounds(new Rule(2, OptionalDouble.empty(), OptionalLong.of(31), 5, 100), 8, OFFERED);
        rounds.next();
        IntStream.range(0, 8).forEach(point -> tell(rounds, point, 0, point));

        assertThat(rounds.next()).isTrue();
        assertThat(IntStream.range(0, 8).map(rounds::asked)).containsExactly(2, 2, 2, 2, 2, 2, 7, 7);
        tell(rounds, 6, 2, 6);
        tell(rounds, 7, 2, 7);
        assertThat(rounds.next()).isTrue();
        assertThat(rounds.runs()).isEqualTo(31);
        assertThat(IntStream.range(0, 8).map(rounds::asked)).as("one round was left, for the least known").containsExactly(2, 2, 2, 2, 2, 7, 7, 7);
        tell(rounds, 5, 2, 5);
        assertThat(rounds.next()).isFalse();
    }
}
