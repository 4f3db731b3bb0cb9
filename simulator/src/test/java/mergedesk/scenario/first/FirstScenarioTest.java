package mergedesk.scenario.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import mergedesk.scenario.BankHolidays;
import mergedesk.scenario.Figure;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.WeeklyHours.TimeRange;
import mergedesk.scenario.io.Folder;
import mergedesk.scenario.io.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions of 'mergedesk new' and the scenario that comes of the answers. */
class FirstScenarioTest {
    @TempDir
    Path temporary;

    @Test
    void makesAScenarioOfDefaultsAlone() {
        Scenario scenario = read(FirstScenario.yaml(Map.of()));

        assertThat(scenario.flows())
                .containsOnlyKeys("north_council_tax", "north_housing", "south_council_tax", "south_housing");
        assertThat(scenario.groups()).containsOnlyKeys("merged_team");
        assertThat(scenario.figures()).allSatisfy(figure -> {
            assertThat(figure.status()).isEqualTo(Figure.Status.ASSUMPTION);
            assertThat(figure.source()).startsWith("D.");
        });
        assertThat(scenario.figures())
                .filteredOn(figure -> figure.path().equals("flows.north_housing.patience.mean"))
                .first()
                .satisfies(figure -> assertThat(figure.value() + ", " + figure.low() + " to " + figure.high())
                        .isEqualTo("15 min, 7 min to 29 min"));
    }

    @Test
    void keepsTheAnswers() {
        Scenario scenario = read(FirstScenario.yaml(Map.of(
                "name",
                "Say \"hello\": {a} \\ b",
                "councils",
                "Wirral, St. Helen's",
                "services",
                "ICT",
                "desks",
                "separate",
                "calls",
                "400 / day",
                "opening",
                "08:15-24:00",
                "agents",
                "7",
                "talk",
                "4 min",
                "within",
                "45 s")));

        assertThat(scenario.name()).isEqualTo("Say \"hello\": {a} \\ b");
        assertThat(scenario.councils().get("st_helen_s").name()).isEqualTo("St. Helen's");
        assertThat(scenario.desks()).containsOnlyKeys("wirral", "st_helen_s");
        assertThat(scenario.groups().get("wirral_team").staffing().constant()).isEqualTo(7);
        assertThat(scenario.flows().get("wirral_ict").volume()).isEqualTo(new Rate(400, Rate.Per.DAY));
        assertThat(scenario.flows().get("wirral_ict").work().mean()).isEqualTo(Duration.ofMinutes(4));
        assertThat(scenario.desks().get("wirral").answerWithin()).isEqualTo(Duration.ofSeconds(45));
        assertThat(scenario.figures())
                .contains(scenario.figures().stream()
                        .filter(figure -> "A".equals(figure.source()) && figure.status() == Figure.Status.JUDGED)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void worksOutEnoughAgents() {
        // 120,000 calls of 350 s in 365.25 * 5/7 days of 8.5 h: 5.26 busy agents; a fifth more is 6.3, rounded up 7,
        // and one.
        assertThat(read(FirstScenario.yaml(Map.of()))
                        .groups()
                        .get("merged_team")
                        .staffing()
                        .constant())
                .isEqualTo(8);
    }

    @Test
    void refusesAnswersThatTheDialogWouldNotTake() {
        assertThatThrownBy(() -> FirstScenario.yaml(Map.of("talk", "5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("talk: found \"5\": a time needs a unit; write \"5 s\" or \"5 min\"");
    }

    @Test
    void asksAgainAfterAWrongAnswer() {
        StringWriter out = new StringWriter();

        Optional<Map<String, String>> answers = dialog(
                "My desk\nA, B\nA,a\nTax\nmergd\nmerged\n60000\n10 / h\n17:00-08:00\n08:10-17:00\n\n\n0\nenough\n0 s\n\n\n\n\n120 %\n90 %\n2025-13-01\n\n",
                out);

        assertThat(answers).isPresent();
        assertThat(answers.orElseThrow())
                .containsEntry("councils", "A, B")
                .containsEntry("calls", "10 / h")
                .containsEntry("opening", "")
                .containsEntry("share", "90 %");
        assertThat(out.toString().replace("\r\n", "\n"))
                .startsWith(
                        "14 questions; an empty line takes the value in brackets, and the file can be changed afterwards.\n1. What shall the scenario be called? [Our service desk] 2. ")
                .contains("   \"mergd\": did you mean 'merged'?\n")
                .contains("   \"A,a\": write names that differ in their first 40 letters and digits\n")
                .contains("   \"60000\": a volume needs to say per what; write \"60000 / year\" or \"60000 / day\"\n")
                .contains(
                        "   \"17:00-08:00\": the lines close before they open; write from-to on quarters of an hour, such as 08:30-17:00\n")
                .contains(
                        "   \"08:10-17:00\": this is not on a quarter of an hour; write from-to on quarters of an hour, such as 08:30-17:00\n")
                .contains("   \"0\": write a whole number from 1 to 10000, or enough\n")
                .contains("   \"0 s\": the value must be more than zero; write a value such as \"5 min\"\n")
                .contains("   \"120 %\": write 0 % to 100 %\n")
                .contains(
                        "   \"2025-13-01\": this is not a date of the calendar; write year-month-day such as 2011-04-04\n");
        read(FirstScenario.yaml(answers.orElseThrow()));
    }

    @Test
    void namesThatJoinToTheSameWord() {
        Scenario scenario = read(
                FirstScenario.yaml(Map.of("councils", "North, North East", "services", "East tax, Tax", "desks", "separate")));

        assertThat(scenario.flows())
                .containsOnlyKeys("north_east_tax", "north_tax", "north_east_east_tax", "north_east-tax");
        assertThat(scenario.flows().get("north_east-tax").council()).isEqualTo("north_east");
        assertThat(scenario.desks()).containsOnlyKeys("north", "north_east");
    }

    @Test
    void wordsThatYamlReadsOtherwise() {
        Scenario scenario = read(FirstScenario.yaml(
                Map.of("councils", "Null, Yes, No, true, 007, 1e3", "services", "~ y, 0x1F", "desks", "separate")));

        assertThat(scenario.councils()).containsOnlyKeys("null", "yes", "no", "true", "007", "1e3");
        assertThat(scenario.services()).containsOnlyKeys("y", "0x1f");
        assertThat(scenario.flows().get("null_y").council()).isEqualTo("null");
        assertThat(scenario.groups().get("null_team").desk()).isEqualTo("null");
    }

    @Test
    void smallVolumesAreNotRoundedAway() {
        Scenario scenario = read(FirstScenario.yaml(Map.of("calls", "1 / year", "services", "A, B")));

        assertThat(scenario.flows().get("north_a").volume().perMeanYear()).isEqualTo(0.5);
    }

    @Test
    void anAnswerThatTheScenarioCannotHaveIsAskedAgain() {
        StringWriter out = new StringWriter();

        Map<String, String> answers = dialog("\n\n\n\n9999999999999 / s\n٣ / min\n5 / min\n\n\n\n20000 weeks\n\n\n\n\n\n\n", out)
                .orElseThrow();

        assertThat(answers).containsEntry("calls", "5 / min").containsEntry("talk", "");
        assertThat(out.toString())
                .contains("\"9999999999999 / s\": the value is too large; write ")
                .contains("\"٣ / min\": this is not a rate; write ")
                .contains("\"20000 weeks\": the time is longer than 100 years; check the unit");
        read(FirstScenario.yaml(answers));
    }

    @Test
    void answersWithACommaAreKeptWhole() {
        Scenario scenario = read(FirstScenario.yaml(Map.of("patience", "1,200 s", "within", "1,000 ms")));

        assertThat(scenario.flows().values()).allSatisfy(flow -> assertThat(flow.patience().mean()).isEqualTo(Duration.ofSeconds(1_200)));
        assertThat(scenario.desks().values()).allSatisfy(desk -> assertThat(desk.answerWithin()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void aPointThatMaySeparateThousandsIsAskedBack() {
        StringWriter out = new StringWriter();

        assertThat(dialog("\n\n\n\n60.000 / year\n60,000 / year\n\n\n\n\n\n\n\n\n\n", out)).isPresent();
        assertThat(out.toString())
                .contains("\"60.000 / year\": this may be a number with a decimal point, or one with thousands; write \"60,000 / year\" or \"60 / year\"");
    }

    @Test
    void volumesAndHoursOfEachCouncil() {
        Scenario scenario = read(FirstScenario.yaml(Map.of(
                "councils", "East, West, North",
                "services", "Tax",
                "desks", "separate",
                "calls", "60,000 / year; 400 / day; 60,000 / year",
                "opening", "08:30-17:00; 09:00-16:30; 08:30-17:00",
                "saturday", "closed; 09:00-12:00; closed",
                "wrap_up", "90 s")));

        assertThat(scenario.flows().get("east_tax").volume()).isEqualTo(new Rate(60_000, Rate.Per.YEAR));
        assertThat(scenario.flows().get("west_tax").volume()).isEqualTo(new Rate(400, Rate.Per.DAY));
        assertThat(scenario.desks().get("east").opening().byDay()).doesNotContainKey(DayOfWeek.SATURDAY);
        assertThat(scenario.desks().get("west").opening().byDay().get(DayOfWeek.SATURDAY))
                .containsExactly(new TimeRange(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        assertThat(scenario.profiles()).containsOnlyKeys("office_hours", "office_hours_west");
        assertThat(scenario.flows().get("north_tax").profile()).isEqualTo("office_hours");
        assertThat(scenario.flows().get("west_tax").profile()).isEqualTo("office_hours_west");
        assertThat(scenario.profiles().get("office_hours_west").byDay().get(DayOfWeek.SATURDAY)).hasSize(12);
        assertThat(scenario.flows().get("west_tax").afterCall().mean()).isEqualTo(Duration.ofSeconds(90));
        // East: 60,000 calls of 380 s in 365.25 * 5/7 days of 8.5 h: 2.86 busy, a fifth more 3.43, rounded up, and one. West: 146,100 in
        // 365.25 / 7 weeks of 40.5 h: 7.30 busy, 8.76.
        assertThat(scenario.groups().get("east_team").staffing().constant()).isEqualTo(5);
        assertThat(scenario.groups().get("west_team").staffing().constant()).isEqualTo(10);
    }

    @Test
    void noWrapUpAndBankHolidays() {
        Scenario scenario = read(FirstScenario.yaml(Map.of("wrap_up", "0 s")));

        assertThat(scenario.flows().values()).allSatisfy(flow -> assertThat(flow.afterCall()).isNull());
        assertThat(scenario.bankHolidays()).isEqualTo(BankHolidays.ENGLISH);
        assertThat(scenario.desks().get("merged").opensOnBankHolidays()).isFalse();
    }

    @Test
    void answersThatDoNotFitTogetherAreAskedAgain() {
        StringWriter out = new StringWriter();

        Map<String, String> answers = dialog(
                        "\nA, B\n\n\n1 / min; 2 / min; 3 / min\n1 / min; 2\n1 / min; 2 / min\n08:30-17:00; 09:00-17:00\n\nnoon\n09:00-12:00\n" + "\n".repeat(7), out)
                .orElseThrow();

        assertThat(answers).containsEntry("calls", "1 / min; 2 / min").containsEntry("opening", "").containsEntry("saturday", "09:00-12:00");
        assertThat(out.toString().replace("\r\n", "\n"))
                .contains("these are 3 answers for 2 councils; write one for each, or one for all\n")
                .contains("a volume needs to say per what; write \"2 / year\" or \"2 / day\"\n")
                .contains("one merged desk has the same hours for all; write one answer\n")
                .contains("write from-to on quarters of an hour, such as 08:30-17:00, or closed\n");
        assertThat(read(FirstScenario.yaml(answers)).groups().get("merged_team").staffing().constant()).isPositive();
    }

    @Test
    void saysSoWhenTheInputEnds() {
        StringWriter out = new StringWriter();

        assertThat(dialog("My desk\n", out)).isEmpty();
        assertThat(out.toString().replace("\r\n", "\n"))
                .endsWith("\nThe input ended before the last question: no scenario was made.\n");
    }

    @Test
    void everyDefaultPassesItsOwnCheck() {
        assertThat(FirstScenario.questions())
                .allSatisfy(question -> assertThat(question.check().apply(question.byDefault()))
                        .as(question.key())
                        .isEmpty());
    }

    private static Optional<Map<String, String>> dialog(String input, StringWriter out) {
        return new NewScenarioDialog(
                        new StringReader(input), new PrintWriter(out), new ScenarioReader(Folder.MEASURES))
                .ask();
    }

    private Scenario read(String yaml) {
        Folder folder = new Folder(temporary).with("merged.yaml", yaml);
        assertThat(folder.faults()).isEmpty();
        return folder.read().scenario();
    }
}
