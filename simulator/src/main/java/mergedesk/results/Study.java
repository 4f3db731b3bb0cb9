package mergedesk.results;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.stats.Chance;
import mergedesk.stats.Estimate;
import mergedesk.stats.Measure;
import mergedesk.units.Internal;
import mergedesk.units.With;

/**
 * Everything that one {@code run} found out, as plain data: what reports and files are made from.
 *
 * <p>Times in seconds, shares 0..1, wherever the name does not say otherwise.
 *
 * @param sensitivity which numbers matter; empty when nobody asked
 * @param outageCost what an hour of outage costs; empty when nobody asked
 * @param daily the rows of daily.csv; empty when nobody asked
 * @param model which desks there are, and who answers there
 * @param estate what services run on
 * @param plan its steps, in the order in which they are planned
 * @param inTime how often every step of the plan comes in time that has to, where dates are drawn; empty elsewhere
 * @param postsEnd posts that steps of the plan end, and who goes, by employer
 * @param worstWeek the week that went worst, where there is anything that fails; empty elsewhere, and in short runs
 * @param silenced notes that the scenario does not want to hear of, by the name of their kind, with its reasons
 */
public record Study(
        Manifest manifest,
        String name,
        String question,
        String description,
        Kpis kpis,
        List<Verdict> verdicts,
        List<DeskPicture> desks,
        List<Assumption> assumptions,
        List<SourceLine> sources,
        List<Theory> theory,
        List<Measure> measures,
        List<String> warnings,
        PlaceNames names,
        Optional<Sensitivity> sensitivity,
        Optional<OutageCost> outageCost,
        List<Kpi> daily,
        Model model,
        Estate estate,
        List<PlannedStep> plan,
        Optional<Chance> inTime,
        List<PostsEnd> postsEnd,
        Optional<WorstWeek> worstWeek,
        Map<String, String> silenced) implements With<Study> {
    /**
     * A step of the plan.
     *
     * @param on local date and time for which it is planned, such as 2027-04-01T12:00; empty where results decide it
     * @param by by when it should have happened, the same; empty when nothing is said
     * @param dates when it happens where dates are drawn; empty elsewhere
     * @param changes what holds from then on, entry by entry: staffing 3: groups North, South
     * @param staffBefore contracted full-time equivalents before this step and all of its moment; NaN where none of that time counts
     * @param staff the same after them
     */
    public record PlannedStep(Optional<String> on, Optional<String> by, Optional<Dates> dates, String name, List<String> changes, double staffBefore, double staff) implements With<PlannedStep> {}

    /**
     * When a step happens where dates are drawn or decided by results.
     *
     * @param early date and time by which it happens in 5 % of draws; empty where it happens in fewer
     * @param middle the same in half of them
     * @param late the same in 95 % of them
     * @param inRun how often it happens before the run ends
     * @param inTime how often by the date by which it should; empty when there is none
     * @param decided how often results have decided it before the run ends, though it may happen only after that, or be ended before; empty where they do not
     * @param waitedFor names of steps for which it had to wait beyond its own date, with how often; most often first
     */
    public record Dates(Optional<String> early, Optional<String> middle, Optional<String> late, Chance inRun, Optional<Chance> inTime, Optional<Chance> decided, List<Waited> waitedFor) {}

    /** A step that held another up, in so many draws. */
    public record Waited(String name, Chance chance) {}

    /** One number of kpis.csv; empty when it has none. */
    public Estimate estimate(String measure, Scope scope) {
        return kpis.estimate(measure, scope);
    }

    /** Whether agents there do other work than to serve people who come: deferred work, or calls to people of a list. */
    @Internal
    public boolean hasOtherWork(Scope place) {
        return estimate("received", place).value() > 0 || estimate("dials", place).value() > 0;
    }

    /** The measure of a place in each period of a kind, in order; none where it is not kept by such periods. */
    public List<Kpi> by(Scope.Kind period, String measure, Scope place) {
        return kpis.by(period, measure, place);
    }

    /** The same where it has a value, and not only a few call; see {@link Kpis#busy}. */
    public List<Kpi> busy(Scope.Kind period, String measure, Scope place) {
        return kpis.busy(period, measure, place);
    }

    /** Whether what another study was asked for holds in this one; the runs in which every period keeps it are not counted. */
    public Verdict judge(Verdict asked) {
        Scope place = asked.scope().place();
        Optional<EveryPeriod> periods = asked.asked()
                .map(kind -> busy(kind, asked.measure(), place))
                .filter(kpis -> !kpis.isEmpty())
                .map(EveryPeriod::of);
        if (periods.isEmpty()) {
            Estimate estimate = estimate(asked.measure(), place);
            return asked.found(place, estimate, Verdict.State.of(estimate, asked.boundValue(), asked.atLeast()), Optional.empty());
        }
        Kpi deciding = periods.get().deciding(asked.boundValue(), asked.atLeast());
        Scope.Kind kind = deciding.scope().kind();
        Verdict.Every every = new Verdict.Every(kind, periods.get().periods().size(), quiet(kind, asked.measure(), place), 0, 0, periods.get().isWorst(deciding, asked.atLeast()));
        return asked.found(deciding.scope(), deciding.estimate(), periods.get().state(asked.boundValue(), asked.atLeast()), Optional.of(every));
    }

    /** How many have a value, but too few call; see {@link Kpis#busy}. */
    public int quiet(Scope.Kind period, String measure, Scope place) {
        return kpis.quiet(period, measure, place);
    }

    /** The same with further warnings after those that it has. */
    @Internal
    public Study warnedOf(List<String> further) {
        List<String> all = Stream.concat(warnings.stream(), further.stream()).toList();
        return with(Study::warnings, all);
    }

    /** The same, introduced by further sentences before its description. */
    @Internal
    public Study introducedBy(List<String> sentences) {
        String introduction = Stream.concat(sentences.stream(), Stream.of(description))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
        return with(Study::description, introduction);
    }

    /**
     * What ran: enough to repeat it.
     *
     * @param complete whether all was run that was asked for
     * @param failure which replication failed and so ended the run, why, and the command that repeats it; empty when none did
     */
    public record Manifest(
            String scenarioFile,
            String scenarioHash,
            String programFingerprint,
            long seed,
            int replications,
            int replicationsAsked,
            boolean complete,
            String failure,
            int observations,
            String observationKind,
            double horizonSeconds,
            String start,
            String zone,
            String version,
            String java,
            String command,
            long events,
            long contacts,
            double wallSeconds,
            double cpuSeconds) implements With<Manifest> {}

    /**
     * A target and whether it holds.
     *
     * @param scope where; for a target that must hold in every period the worst of them
     * @param estimate what was found there; for every period with an interval that holds for all of them together
     * @param state met, missed, or unsure when the interval contains the bound
     * @param asked kind of period in every one of which the target must hold; empty when it speaks of all of the time
     * @param every how it was judged there; empty, too, where the run has no such periods, so that all of the time is judged
     * @param dates from when to when it is asked for
     * @param each how often each of them kept the bound, by its name; periods in which the measure never has a value, or hardly anybody comes, are left out
     */
    public record Verdict(
            String measure,
            Scope scope,
            String bound,
            double boundValue,
            boolean atLeast,
            Estimate estimate,
            State state,
            Optional<Scope.Kind> asked,
            Optional<Every> every,
            Map<String, Chance> each,
            Dates dates) {
        /** For all of the time together. */
        public Verdict(String measure, Scope scope, String bound, double boundValue, boolean atLeast, Estimate estimate, State state) {
            this(measure, scope, bound, boundValue, atLeast, estimate, state, Optional.empty(), Optional.empty(), Map.of(), Dates.ALWAYS);
        }

        /**
         * A part of the run, by whole days.
         *
         * @param from the first; empty: the start
         * @param until the one after the last; empty: the end
         */
        public record Dates(Optional<LocalDate> from, Optional<LocalDate> until) {
            /** All of the run. */
            public static final Dates ALWAYS = new Dates(Optional.empty(), Optional.empty());

            /** Whether it is a part of it. */
            public boolean any() {
                return from.isPresent() || until.isPresent();
            }
        }

        private Verdict found(Scope scope, Estimate estimate, State state, Optional<Every> every) {
            return new Verdict(measure, scope, bound, boundValue, atLeast, estimate, state, asked, every, Map.of(), dates);
        }

        /**
         * How often all periods kept the bound.
         *
         * @param period their kind
         * @param periods those that are judged: the measure has a value there, and not by chance of a few contacts ({@link Kpis#busy})
         * @param quiet those that are left out, as few contacts come there
         * @param kept replications in which every period kept it
         * @param replications of how many; 0 when nobody counted them
         * @param isWorst whether none of them has a worse value than the one that the verdict shows, which decides; one with a wider interval may
         */
        public record Every(Scope.Kind period, int periods, int quiet, int kept, int replications, boolean isWorst) {}

        public enum State {
            MET,
            MISSED,
            UNSURE;

            /** Met or missed when the whole interval lies on one side of the bound, which itself meets the target; unsure otherwise, or without an interval. */
            public static State of(Estimate estimate, double bound, boolean atLeast) {
                double distance = atLeast ? estimate.value() - bound : bound - estimate.value();
                if (distance >= estimate.halfWidth()) {
                    return MET;
                }
                return distance < -estimate.halfWidth() ? MISSED : UNSURE;
            }
        }
    }

    /**
     * What charts of one desk (or of "all desks", the first when there are several) need.
     *
     * @param targetSeconds T; 0 where it is not always the same: for all desks together when theirs differ, and where a step of the plan changes it
     * @param intervals label of each interval of an average open weekday, such as "09:30"
     * @param offeredLoad offered load in Erlang by interval (contacts × handle time ÷ interval)
     * @param scheduled agents scheduled, mean while open, by interval
     * @param busy agents busy (talk and wrap-up), mean while open, by interval
     * @param waitSeconds grid of waits of answered contacts, from 0
     * @param waitShare share of answered contacts with a wait up to the grid's value
     * @param dayShare share of days by service level: element i counts days with a level in [i, i+1) percent, the last is 100
     */
    public record DeskPicture(
            String desk,
            double targetSeconds,
            List<String> intervals,
            double[] offeredLoad,
            double[] scheduled,
            double[] busy,
            double[] waitSeconds,
            double[] waitShare,
            double[] dayShare) {}

    /** A figure on which the result rests. */
    public record Assumption(
            String path, String value, String low, String high, String source, String status, String where) {}

    /** A source of the scenario: id, title, address, facts cited. */
    public record SourceLine(String id, String title, String url, String text) {}

    /**
     * A formula's value beside the simulated one.
     *
     * @param model Erlang B, Erlang C or Erlang A
     * @param theory empty where there is no steady state: at some time more contacts come than are answered or give up
     * @param holds whether its conditions hold
     * @param why why not, or what was taken for its parameters
     */
    public record Theory(
            String desk,
            String model,
            String measure,
            OptionalDouble theory,
            Estimate simulated,
            boolean holds,
            String why) {}
}
