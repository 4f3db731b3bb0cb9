package mergedesk.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full-time equivalents and money, by hand. */
class StaffTest {
    private static final int WEEKDAYS = 0b0011111;

    private static Staff staff(long agents, double hours, Integer pounds) {
        BigInteger ticks = BigInteger.valueOf(agents).multiply(BigInteger.valueOf((long) (hours * 3_600_000_000L)));
        return Staff.group(List.of(new Staff.Part(0, ticks, WEEKDAYS)), Optional.ofNullable(pounds).map(p -> BigInteger.valueOf(100L * p)));
    }

    /** 10 agents at 40 h are 10.81 of 37 h; 10,000 agents day and night are more pence in a year of seconds than a long holds. */
    @ParameterizedTest
    @CsvSource({
        "10, 40, 31000, 10.81081081081081081, 335135.14, 80", "1, 37, 31000, 1, 31000, 7.4", "0, 40, 31000, 0, 0, 0", "3, 18.5, 30001, 1.5, 45001.5, 11.1",
        "10000, 168, 31000, 45405.40540540541, 1407567567.57, 336000", "10000000, 168, 1000000, 45405405.405405405, 45405405405405.41, 336000000"
    })
    void followFromContractedHours(long agents, double hours, int pounds, double fte, double cost, double perDay) {
        Staff staff = staff(agents, hours, pounds);
        assertThat(staff.fullTimeEquivalents()).isEqualTo(fte);
        assertThat(staff.poundsPerYear()).isEqualTo(cost);
        assertThat(staff.hoursPerOpenDay()).isEqualTo(perDay);
        assertThat(Measure.byId("fte").orElseThrow().exact().applyAsDouble(new Given(staff, Power.NONE))).isEqualTo(fte);
        assertThat(Measure.byId("cost").orElseThrow().exact().applyAsDouble(new Given(staff, Power.NONE))).isEqualTo(cost);
        assertThat(Measure.byId("agent_hours_per_day").orElseThrow().exact().applyAsDouble(new Given(staff, Power.NONE))).isEqualTo(perDay);
    }

    /** One hour of 37 at £18.50 a year is 50 pence; of £18.87, 51 pence; halves go to the even penny. */
    @ParameterizedTest
    @CsvSource({"1850, 50", "1887, 51", "19, 1", "18, 0", "1868, 50", "1869, 51"})
    void groupsAreRoundedToThePenny(long fullTimePence, long pence) {
        Staff hour = Staff.group(List.of(new Staff.Part(0, BigInteger.valueOf(3_600_000_000L), WEEKDAYS)), Optional.of(BigInteger.valueOf(fullTimePence)));
        assertThat(hour.yearPence()).contains(BigInteger.valueOf(pence));
        Staff half = Staff.group(List.of(new Staff.Part(0, BigInteger.valueOf(37 * 1_800_000_000L), WEEKDAYS)), Optional.of(BigInteger.valueOf(2 * pence + 1)));
        assertThat(half.yearPence()).contains(BigInteger.valueOf(pence + pence % 2));
    }

    @Test
    void sumsAreExactAndKnownOnlyWhenAllOfThemAre() {
        Staff paid = staff(3, 10, 31_000);
        Staff sum = paid.plus(paid).plus(Staff.NONE);
        assertThat(sum.poundsPerYear()).isEqualTo(2 * 25_135.14).isEqualTo(Staff.NONE.plus(paid).plus(paid).poundsPerYear());
        assertThat(sum.fullTimeEquivalents()).isEqualTo(60 / 37.0);
        Staff unknown = staff(1, 10, null);
        assertThat(unknown.poundsPerYear()).isNaN();
        assertThat(paid.plus(unknown).poundsPerYear()).isNaN();
        assertThat(unknown.plus(paid).fullTimeEquivalents()).isEqualTo(40 / 37.0);
        assertThat(unknown.plus(paid).plus(paid).poundsPerYear()).as("once unknown, always").isNaN();
        assertThat(paid.plus(staff(0, 10, null)).poundsPerYear()).as("nobody costs nothing").isEqualTo(25_135.14);
        assertThat(staff(1, 10, 0).poundsPerYear()).as("volunteers").isZero();
        assertThat(Staff.NONE.poundsPerYear()).isNaN();
        assertThat(Staff.NONE.fullTimeEquivalents()).isZero();
        assertThat(Staff.NONE.hoursPerOpenDay()).isNaN();
    }

    @Test
    void daysOnWhichAnyDeskOpensCountOnce() {
        BigInteger tenHours = BigInteger.valueOf(36_000_000_000L);
        Staff weekdays = Staff.group(List.of(new Staff.Part(0, tenHours, WEEKDAYS)), Optional.empty());
        Staff weekend = Staff.group(List.of(new Staff.Part(0, tenHours, 0b1110000)), Optional.empty());
        assertThat(weekdays.plus(weekend).hoursPerOpenDay()).isEqualTo(20 / 7.0);
    }
}
