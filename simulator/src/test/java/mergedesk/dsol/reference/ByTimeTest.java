package mergedesk.dsol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import mergedesk.kernel.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths that change inside intervals, on days of 23, 23.5, 24, 24.5 and 25 hours: what the wall clock shows decides. */
class ByTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2011-01-03T00:00, Europe/London",
        "2011-03-27T00:00, Europe/London",
        "2011-10-30T00:00, Europe/London",
        "2011-10-29T22:10, Europe/London",
        "2011-10-02T00:00, Australia/Lord_Howe",
        "2011-04-03T00:00, Australia/Lord_Howe"
    })
    void areTheSame(String start, String zone) {
        String byTime = "{by_time: {\"00:50\": {distribution: constant, mean: 10 s}, \"01:20\": {distribution: constant, mean: 100 s}, "
                + "\"01:52\": {distribution: exponential, mean: 30 s}, \"02:07\": {distribution: constant, mean: 40 s}, \"13:13\": {distribution: constant, mean: 70 s}}}";
        Script script = new Script()
                .time("start: " + start + ", zone: " + zone + ", length: 20 h, interval: 60 min")
                .volume("a", "volume: 400 / h, work: " + byTime + ", patience: " + byTime + ", retry: {probability: 80 %, limit: 2, delay: " + Script.seconds(400) + "}")
                .agents("team", "staffing: 4");
        assertThat(new SecondOpinion(script.compile(), 5, 0).difference(100_000)).isEmpty();
    }
}
