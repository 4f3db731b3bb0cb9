package mergedesk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import mergedesk.results.Estate;
import mergedesk.results.Kpi;
import mergedesk.results.Kpis;
import mergedesk.results.Model;
import mergedesk.results.OutageCost;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.results.Study;
import mergedesk.results.Study.Assumption;
import mergedesk.results.Study.DeskPicture;
import mergedesk.results.Study.SourceLine;
import mergedesk.results.Study.Theory;
import mergedesk.results.Study.Verdict;
import mergedesk.results.WorstWeek;
import mergedesk.stats.Estimate;
import mergedesk.stats.Estimate.Method;
import mergedesk.stats.Measure;

/** Made-up studies that look like real ones. */
public final class StudyFixture {
    private static final List<String> COUNCILS = List.of(
            "Cheshire East",
            "Cheshire West and Chester",
            "Halton",
            "Warrington",
            "Crewe and Nantwich",
            "Congleton",
            "Ellesmere Port and Neston",
            "Macclesfield",
            "Vale Royal");
    private static final List<String> SERVICES =
            List.of("council tax", "housing", "waste and recycling", "ICT support");

    private StudyFixture() {}

    /** Nine councils, one merged desk of three groups, two targets, one of them missed. */
    public static Study merged() {
        List<Kpi> kpis = new ArrayList<>();
        contacts(kpis, Scope.OVERALL, 1_203_344, 0.831);
        for (int i = 0; i < COUNCILS.size(); i++) {
            contacts(kpis, Scope.council(COUNCILS.get(i)), 210_000 - 21_000 * i, 0.86 - 0.012 * i);
        }
        for (int i = 0; i < SERVICES.size(); i++) {
            contacts(kpis, Scope.service(SERVICES.get(i)), 500_000 - 120_000 * i, 0.80 + 0.02 * i);
        }
        contacts(kpis, Scope.desk("merged"), 1_203_344, 0.831);
        agents(kpis, "all-rounders", 0.842, 31.5);
        agents(kpis, "council tax and benefits", 0.791, 14);
        agents(kpis, "ICT", 0.612, 6);
        kpis.add(new Kpi("occupancy", Scope.OVERALL, ratio(0.803, 0.004)));
        kpis.add(new Kpi("fte", Scope.OVERALL, mean(71.4, 0.0)));
        kpis.add(new Kpi("offered", Scope.interval("Mon 09:30"), mean(312.25, 4.5)));
        List<Verdict> verdicts = List.of(
                new Verdict(
                        "sl_answered_of_offered",
                        Scope.OVERALL,
                        "80 %",
                        0.8,
                        true,
                        ratio(0.831, 0.009),
                        Verdict.State.MET),
                new Verdict(
                        "wait_p90",
                        Scope.service("ICT support"),
                        "45 s",
                        45,
                        false,
                        new Estimate(61.3, 2.2, 60, Method.QUANTILE),
                        Verdict.State.MISSED),
                new Verdict(
                        "abandonment_rate",
                        Scope.OVERALL,
                        "5 %",
                        0.05,
                        false,
                        ratio(0.049, 0.003),
                        Verdict.State.UNSURE));
        List<Theory> theory = List.of(
                new Theory(
                        "merged",
                        "Erlang C",
                        "wait_mean_answered",
                        OptionalDouble.of(21.9),
                        ratio(26.2, 1.1),
                        false,
                        "callers give up (mean patience 15 min) and load varies through the day"),
                new Theory(
                        "merged",
                        "Erlang A",
                        "abandonment_rate",
                        OptionalDouble.of(0.0466),
                        ratio(0.049, 0.003),
                        true,
                        "busiest half-hour: 44.1 Erlang, 52 agents, mean patience 15 min"));
        return new Study(
                manifest(),
                "One desk for nine Cheshire councils",
                "How many agents does one desk need for the service level that nine desks gave?",
                "Nine council desks of the old county answer as one from 2014. Volumes per head follow published figures of English councils.",
                Kpis.of(kpis),
                verdicts,
                List.of(DeskFixture.desk("merged", 52, 20)),
                FoundationsFixture.assumptions(143),
                FoundationsFixture.sources(),
                theory,
                Measure.all(),
                List.of("The half-width of the first target stayed above 1 point in 3 of 60 replications."),
                PlaceNames.NONE,
                Optional.of(SensitivityFixture.of("flows.*.work.mean", "230 s", "300 s")),
                Optional.of(outageCost("Benefits system")),
                List.of(),
                Model.NONE,
                Estate.NONE,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(worstWeek()),
                Map.of("talk_unusual", "Enquiries about planning do last that long."));
    }

    /** A quiet week but for the day on which the benefits system was down. */
    static WorstWeek worstWeek() {
        int[] offered = new int[7 * 48];
        int[] within = new int[offered.length];
        double[] waiting = new double[offered.length];
        for (int step = 0; step < 5 * 48; step++) {
            int hour = step % 48 / 2;
            boolean open = hour >= 8 && hour < 18;
            boolean down = step / 48 == 1 && hour >= 10 && hour < 15;
            offered[step] = !open ? 0 : down ? 160 : 70 - Math.abs(12 - hour) * 5;
            within[step] = down ? 20 : offered[step] * 9 / 10;
            waiting[step] = !open ? 0 : down ? 24 : 1.5;
        }
        return new WorstWeek("2014-09-08", "2014-09-08", 4, 60, 0.61, 0.86, true, 1_800, offered, within, waiting, List.of(
                new WorstWeek.Outage("Benefits system", 86_400 + 36_000, 86_400 + 50_400), new WorstWeek.Outage("Telephone platform", 3 * 86_400 + 32_400, 3 * 86_400 + 33_600)));
    }

    private static OutageCost outageCost(String application) {
        Estimate hours = new Estimate(21.3, 4.1, 20, Method.MEAN);
        Estimate cost = new Estimate(38.2, 5.9, 20, Method.PAIRED);
        return new OutageCost(
                List.of(new OutageCost.Row(application, hours, cost, cost, cost, cost), new OutageCost.Row("map", hours, Estimate.EMPTY, Estimate.EMPTY, Estimate.EMPTY, Estimate.EMPTY)), 20, 0, true);
    }

    /** One council, one desk, no target, no question, nothing assumed. */
    public static Study small() {
        List<Kpi> kpis = new ArrayList<>();
        contacts(kpis, Scope.OVERALL, 2_411, 0.705);
        contacts(kpis, Scope.council("Winchester"), 2_411, 0.705);
        return new Study(
                manifest(),
                "A small desk",
                "",
                "",
                Kpis.of(kpis),
                List.of(),
                List.of(DeskFixture.desk("desk", 4, 45)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                PlaceNames.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Model.NONE,
                Estate.NONE,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    /** 300 councils with a desk each and 1,500 flows. */
    public static Study large() {
        List<Kpi> kpis = new ArrayList<>();
        List<DeskPicture> desks = new ArrayList<>();
        desks.add(DeskFixture.desk("all desks", 900, 20));
        contacts(kpis, Scope.OVERALL, 9_000_000, 0.79);
        for (int c = 0; c < 300; c++) {
            String council = "Borough Council of Number " + c;
            contacts(kpis, Scope.council(council), 30_000 - 50 * c, 0.9 - c * 0.001);
            contacts(kpis, Scope.desk(council), 30_000 - 50 * c, 0.9 - c * 0.001);
            agents(kpis, council + " agents", 0.6 + c * 0.001, 3);
            for (int s = 0; s < 5; s++) {
                contacts(kpis, Scope.flow(council, "service " + s, "", ""), 6_000, 0.9 - c * 0.001);
            }
            desks.add(DeskFixture.desk(council, 3 + c % 5, 20));
        }
        return merged().with(Study::kpis, Kpis.of(kpis)).with(Study::desks, desks).with(Study::assumptions, FoundationsFixture.assumptions(6_000));
    }

    /** Names that would run as code if they were not escaped. */
    public static Study hostile() {
        String evil = "<script>alert('x')</script>\"&amp;' onload=alert(1)";
        List<Kpi> kpis = new ArrayList<>();
        contacts(kpis, Scope.OVERALL, 100, 0.5);
        for (String name : List.of(evil, "<b>b</b>")) {
            contacts(kpis, Scope.council(name), 50, 0.5);
            contacts(kpis, Scope.service(name), 50, 0.5);
            contacts(kpis, Scope.desk(name), 50, 0.5);
            agents(kpis, name, 0.5, 2);
        }
        Verdict verdict = new Verdict(
                "sl_answered_of_offered", Scope.desk(evil), "80 % <i>", 0.8, true, ratio(0.5, 0.1), Verdict.State.MISSED);
        Study.Manifest manifest = manifest().with(Study.Manifest::scenarioFile, evil)
                .with(Study.Manifest::complete, false)
                .with(Study.Manifest::failure, evil)
                .with(Study.Manifest::observationKind, evil)
                .with(Study.Manifest::zone, evil)
                .with(Study.Manifest::version, evil)
                .with(Study.Manifest::command, evil);
        return new Study(
                manifest,
                evil,
                evil,
                evil,
                Kpis.of(kpis),
                List.of(verdict),
                List.of(
                        DeskFixture.desk("all desks", 4, 20),
                        DeskFixture.desk(evil, 2, 20),
                        DeskFixture.desk("b", 2, 20)),
                List.of(new Assumption(evil, evil, evil, evil, evil, evil, evil)),
                List.of(
                        new SourceLine(evil, evil, "javascript:alert(1)", evil),
                        new SourceLine("S", evil, "https://x.example/\"><script>", evil)),
                List.of(new Theory(evil, evil, evil, OptionalDouble.of(1), ratio(0.5, 0.1), false, evil)),
                List.of(new Measure(evil, evil, Measure.Unit.NUMBER, evil, Measure.Subject.CONTACTS, null, null, 1, Double.NaN, null)),
                List.of(evil),
                PlaceNames.NONE,
                Optional.of(SensitivityFixture.of(evil, evil, evil)),
                Optional.of(outageCost(evil)),
                List.of(),
                Model.NONE,
                Estate.NONE,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Map.of(evil, evil));
    }

    public static Study.Manifest manifest() {
        return new Study.Manifest(
                "scenarios/councils/cheshire/merged.yaml",
                "5f2c9d0e6b7a41e3a0c5d8f19b2e4c6d7a8b9c0d1e2f30415263748596a7b8c9",
                "9e1f04ab77d2c310",
                20140401L,
                60,
                60,
                true,
                "",
                60,
                "replications",
                364 * 86_400.0,
                "2014-04-01T00:00",
                "Europe/London",
                "0.1.0",
                "17.0.15",
                "mergedesk run scenarios/councils/cheshire/merged.yaml",
                9_876_543,
                3_210_123,
                12.3,
                20.5);
    }

    static Estimate ratio(double value, double half) {
        return new Estimate(value, half, 60, Method.RATIO);
    }

    static Estimate mean(double value, double half) {
        return new Estimate(value, half, 60, Method.MEAN);
    }

    private static void contacts(List<Kpi> kpis, Scope scope, double offered, double level) {
        kpis.add(new Kpi("offered", scope, mean(offered, offered * 0.004)));
        kpis.add(new Kpi("answer_rate", scope, ratio(1 - (1 - level) * 0.3, 0.004)));
        kpis.add(new Kpi("abandonment_rate", scope, ratio((1 - level) * 0.3, 0.004)));
        kpis.add(new Kpi("sl_answered_of_offered", scope, ratio(level, 0.009)));
        kpis.add(new Kpi("sl_answered_of_answered", scope, ratio(level + 0.02, 0.009)));
        kpis.add(new Kpi("wait_mean_answered", scope, ratio(160 * (1 - level), 1.1)));
        kpis.add(new Kpi("wait_p90", scope, new Estimate(400 * (1 - level), 3.2, 60, Method.QUANTILE)));
        kpis.add(new Kpi("wait_p99", scope, Estimate.EMPTY));
    }

    private static void agents(List<Kpi> kpis, String group, double occupancy, double fte) {
        kpis.add(new Kpi("occupancy", Scope.group(group), ratio(occupancy, 0.004)));
        kpis.add(new Kpi("fte", Scope.group(group), mean(fte, 0)));
        kpis.add(new Kpi("handle_mean", Scope.group(group), ratio(350.2, 0.8)));
    }
}
