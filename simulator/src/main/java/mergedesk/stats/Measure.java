package mergedesk.stats;

import static mergedesk.observe.Count.ABANDONED;
import static mergedesk.observe.Count.ABANDONED_SHORT;
import static mergedesk.observe.Count.ABANDONED_WITHIN;
import static mergedesk.observe.Count.ANSWERED;
import static mergedesk.observe.Count.ANSWERED_OWN;
import static mergedesk.observe.Count.ANSWERED_WITHIN;
import static mergedesk.observe.Count.ANSWERED_WITH_EMPLOYERS;
import static mergedesk.observe.Count.BALKED;
import static mergedesk.observe.Count.BLOCKED;
import static mergedesk.observe.Count.BUSY_OPEN;
import static mergedesk.observe.Count.CAME_BACK;
import static mergedesk.observe.Count.CHATS;
import static mergedesk.observe.Count.CHATTING;
import static mergedesk.observe.Count.CHAT_PLACES;
import static mergedesk.observe.Count.CONNECTS;
import static mergedesk.observe.Count.DELAYED;
import static mergedesk.observe.Count.DIALS;
import static mergedesk.observe.Count.DISCONNECTED;
import static mergedesk.observe.Count.INCIDENTS;
import static mergedesk.observe.Count.LEFT_IN_CHAT;
import static mergedesk.observe.Count.MESSAGES;
import static mergedesk.observe.Count.MISMATCHES;
import static mergedesk.observe.Count.OFFERED;
import static mergedesk.observe.Count.OPEN;
import static mergedesk.observe.Count.PERSONS;
import static mergedesk.observe.Count.PERSONS_ABANDONED;
import static mergedesk.observe.Count.PERSONS_ABANDONED_SHORT;
import static mergedesk.observe.Count.PERSONS_ABANDONED_WITHIN;
import static mergedesk.observe.Count.PERSONS_ANSWERED;
import static mergedesk.observe.Count.PERSONS_ANSWERED_WITHIN;
import static mergedesk.observe.Count.PERSONS_BLOCKED;
import static mergedesk.observe.Count.PRESENT;
import static mergedesk.observe.Count.PRESENT_AFTER;
import static mergedesk.observe.Count.QUEUE_OPEN;
import static mergedesk.observe.Count.RETRIED;
import static mergedesk.observe.Count.SCHEDULED;
import static mergedesk.observe.Count.SCHEDULED_OPEN;
import static mergedesk.observe.Count.SELF_SERVICE_CONTAINED;
import static mergedesk.observe.Count.SELF_SERVICE_FAILED;
import static mergedesk.observe.Count.STRETCHED;
import static mergedesk.observe.Count.TALK;
import static mergedesk.observe.Count.TALKING;
import static mergedesk.observe.Count.TALKING_AFTER;
import static mergedesk.observe.Count.TURNED_AWAY;
import static mergedesk.observe.Count.WAIT_ABANDONED;
import static mergedesk.observe.Count.WAIT_ANSWERED;
import static mergedesk.observe.Count.WORKING;
import static mergedesk.observe.Count.WORKING_AFTER;
import static mergedesk.observe.Count.WRAP;
import static mergedesk.observe.Count.WRAPPING;
import static mergedesk.observe.Count.WRAPPING_AFTER;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mergedesk.observe.Count;
import mergedesk.observe.Feature;
import mergedesk.observe.RunSummary;
import mergedesk.observe.Scopes;
import mergedesk.observe.Scopes.Kind;
import mergedesk.units.Internal;

/**
 * A measure of kpis.csv: an identifier, what it means and its equation.
 *
 * <p>A <i>total</i> is a sum per replication, estimated by its mean; a <i>ratio</i> is numerator over denominator, both linear in the columns of
 * {@link mergedesk.observe.Count}, estimated by the ratio of totals; a <i>quantile</i> is one of the pooled waits of answered contacts; an <i>exact</i> measure follows from the
 * scenario and not from a run, see {@link Given}. In equations: A offered, S answered, Sg with wait ≤ T, L abandoned, Lg with wait ≤ T, Lb after T, Ls short abandons, B blocked.
 *
 * @param id identifier in kpis.csv
 * @param title what a table calls it
 * @param unit unit of the value
 * @param equation how it is computed
 * @param subject what it is about, which decides the scopes in which it exists
 * @param numerator sum over columns; null for a quantile or an exact measure
 * @param denominator sum over columns; null for all but ratios
 * @param scale factor from the columns' unit to that of the value
 * @param probability of a quantile, NaN otherwise
 * @param exact value of an exact measure, NaN when it has none; null otherwise
 */
public record Measure(
        String id,
        String title,
        Unit unit,
        String equation,
        Subject subject,
        @Internal Sum numerator,
        @Internal Sum denominator,
        @Internal double scale,
        double probability,
        @Internal ToDoubleFunction<Given> exact) {

    /** In what values are. */
    public enum Unit {
        /** Contacts, people. */
        COUNT("count", "", 1),
        /** 0 .. 1, written in per cent. */
        SHARE("share", " %", 100),
        SECONDS("s", " s", 1),
        POUNDS("£", "", 1),
        KILOWATT_HOURS("kWh", " kWh", 1),
        KILOGRAMS("kg", " kg", 1),
        /** A mean of agents, hours or the like. */
        NUMBER("number", "", 1);

        private static final double MINUTE = 60;
        private static final double HOUR = 3_600;
        private static final double DAY = 86_400;

        private final String word;
        private final String sign;
        private final double scale;

        Unit(String word, String sign, double scale) {
            this.word = word;
            this.sign = sign;
            this.scale = scale;
        }

        /** What tables call it. */
        public String word() {
            return word;
        }

        /** A value as the user would write it: {@code 80 %}, {@code 30 s}, {@code 12}. */
        public String written(double value) {
            if (this == SECONDS && value >= 2 * HOUR) {
                double unit = value >= 2 * DAY && value % DAY == 0 ? DAY : value % HOUR == 0 ? HOUR : value % MINUTE == 0 ? MINUTE : 1;
                return plain(value / unit) + (unit == DAY ? " days" : unit == HOUR ? " h" : unit == MINUTE ? " min" : " s");
            }
            return plain(scale * value) + sign;
        }

        private static String plain(double value) {
            return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
        }
    }

    /** What a measure is about. */
    public enum Subject {
        /** Contacts: every scope but groups. */
        CONTACTS,
        /** Contacts that were answered: groups too. */
        ANSWERS,
        /** Deferred work: every scope but groups and intervals of the week; alone by priority. */
        DEFERRED_WORK,
        /** Agents' time: overall, by employer, desk, group and interval. */
        AGENTS,
        /** Applications that may be down: of each, and of all together. */
        APPLICATIONS,
        /** What contacts need of these: of each application, and every scope of contacts but intervals of the week. */
        AVAILABILITY,
        /** Contracted staff: overall, by employer, desk and group. */
        STAFF,
        /** Machine rooms: overall, by room and datacentre. */
        POWER
    }

    /** A linear combination of columns. */
    @Internal
    public record Sum(int[] columns, int[] signs) {
        /** The sum in a row of what one run left. */
        public long of(RunSummary run, int row) {
            return run.sum(row, columns, signs);
        }

        Sum minus(int column) {
            int[] c = java.util.Arrays.copyOf(columns, columns.length + 1);
            int[] s = java.util.Arrays.copyOf(signs, signs.length + 1);
            c[columns.length] = column;
            s[signs.length] = -1;
            return new Sum(c, s);
        }
    }

    static final double SECOND = 1e-6;

    private static final Map<String, Measure> BY_ID = new LinkedHashMap<>();

    static {
        total("offered", "Calls offered", "A = S + L + B + disconnected + messages + still in system", Subject.CONTACTS, OFFERED);
        total("answered", "Calls answered", "S", Subject.ANSWERS, ANSWERED);
        total("abandoned", "Calls abandoned", "L (those who balk included)", Subject.CONTACTS, ABANDONED);
        total("balked", "Left at once when told to wait", "balked, with wait 0", Subject.CONTACTS, BALKED);
        total("blocked", "Blocked, lines or queue full", "B", Subject.CONTACTS, BLOCKED);
        total("turned_away", "Turned away, desk closed", "attempts at a closed door; not in A", Subject.CONTACTS, TURNED_AWAY);
        total("disconnected", "Cut off at closing time", "waiting when a desk closed that disconnects; only where some desk does", Subject.CONTACTS, DISCONNECTED);
        total("left_in_chat", "Left during a chat", "answered, and left before the chat was over; only where `patience_in_chat` is given", Subject.CONTACTS, LEFT_IN_CHAT);
        total("messages", "Messages left after a wait", "left a message instead of waiting on; only where people of some flow may", Subject.CONTACTS, MESSAGES);
        add(new Measure("self_service_tried", "Tried self-service first", Unit.COUNT, "first attempts that tried self-service; only where some flow has it, like the next three",
                Subject.CONTACTS, sum(SELF_SERVICE_CONTAINED, SELF_SERVICE_FAILED), null, 1, Double.NaN, null));
        total("self_service_contained", "Contained by self-service", "got what they needed there; never in A", Subject.CONTACTS, SELF_SERVICE_CONTAINED);
        total("self_service_failed", "Failed by self-service", "did not; in A of the flow as which they come to a desk, when they do", Subject.CONTACTS, SELF_SERVICE_FAILED);
        share("containment_rate", "Contained, of those who tried", "self_service_contained / self_service_tried", Subject.CONTACTS,
                sum(SELF_SERVICE_CONTAINED), sum(SELF_SERVICE_CONTAINED, SELF_SERVICE_FAILED));
        total("incident_contacts", "Came because of an outage", "contacts that an application brought by being down; in A if the door was open; only where `incidents` are given", Subject.CONTACTS, INCIDENTS);
        total("came_back", "Told to come again", "answered, told that an application is down, and came again at a further attempt; in S; only where some `needs` says comes_back", Subject.CONTACTS, CAME_BACK);
        total("dials", "Dials", "calls that campaigns made, to whomever; only where there is a campaign, like the next four", Subject.CONTACTS, DIALS);
        total("connects", "Reached by a campaign", "dials that somebody answered, and an agent talked", Subject.CONTACTS, CONNECTS);
        total("mismatches", "Answered in vain", "dials that somebody answered when no agent was free", Subject.CONTACTS, MISMATCHES);
        share("connect_rate", "Reached, of dials", "connects / dials", Subject.CONTACTS, sum(CONNECTS), sum(DIALS));
        share("mismatch_rate", "Answered in vain, of all answered", "mismatches / (connects + mismatches)", Subject.CONTACTS, sum(MISMATCHES), sum(CONNECTS, MISMATCHES));
        total("retried", "Attempts followed by another", "unserved attempts after which the person tried again", Subject.CONTACTS, RETRIED);
        total("persons", "People", "first attempts", Subject.CONTACTS, PERSONS);
        total("persons_answered", "People answered in the end", "people answered at any attempt", Subject.CONTACTS, PERSONS_ANSWERED);
        share("answer_rate", "Answered", "S / A", Subject.CONTACTS, sum(ANSWERED), sum(OFFERED));
        share("abandonment_rate", "Abandoned", "L / A", Subject.CONTACTS, sum(ABANDONED), sum(OFFERED));
        share("blocked_share", "Blocked", "B / A", Subject.CONTACTS, sum(BLOCKED), sum(OFFERED));
        share("delayed_share", "Had to wait", "(queued + balked) / A", Subject.CONTACTS, sum(DELAYED), sum(OFFERED));
        share("person_answer_rate", "People answered in the end", "people answered / people", Subject.CONTACTS, sum(PERSONS_ANSWERED), sum(PERSONS));
        serviceLevels();
        share("own_council_share", "Answered by the caller's own council", "answered by agents whom the contact's council employs / S; only where some group has an employer",
                Subject.ANSWERS, sum(ANSWERED_OWN), sum(ANSWERED_WITH_EMPLOYERS));
        seconds("wait_mean_answered", "Mean wait, answered", "sum of waits of S / S", Subject.ANSWERS, sum(WAIT_ANSWERED), sum(ANSWERED));
        seconds("wait_mean_abandoned", "Mean wait, abandoned", "sum of waits of L / L", Subject.CONTACTS, sum(WAIT_ABANDONED), sum(ABANDONED));
        seconds("wait_mean_all", "Mean wait, all", "sum of waits of S and L / (S + L)", Subject.CONTACTS,
                sum(WAIT_ANSWERED, WAIT_ABANDONED), sum(ANSWERED, ABANDONED));
        for (int percent : new int[] {50, 90, 95, 99}) {
            add(new Measure("wait_p" + percent, percent + " % of answered waited at most", Unit.SECONDS,
                    "smallest w with (answered with wait <= w) / S >= " + percent / 100.0, Subject.ANSWERS, null, null, SECOND, percent / 100.0, null));
        }
        seconds("talk_mean", "Mean talk time", "talk time / S", Subject.ANSWERS, sum(TALK), sum(ANSWERED));
        seconds("stretched_mean", "Lost to applications, per answer", "time of talk and after-call work × (1 − pace of the slowest application needed) / S; only where some service has `needs`", Subject.CONTACTS, sum(STRETCHED), sum(ANSWERED));
        seconds("handle_mean", "Mean handle time", "(talk + after-call time) / S", Subject.ANSWERS, sum(TALK, WRAP), sum(ANSWERED));
        number("queue_mean", "Mean number waiting, while open", "time integral of the queue / time, while the desk is open", Subject.CONTACTS, sum(QUEUE_OPEN));
        DeferredMeasures.add();
        EstateMeasures.add();
        share("occupancy", "Occupancy", "(talking + after-call + deferred work + dialling) / (scheduled + finishing after the shift), time in the window", Subject.AGENTS,
                sum(TALKING, WRAPPING, WORKING), sum(PRESENT));
        share("occupancy_talk", "Occupancy, talk only", "talking / (scheduled + finishing after the shift), time in the window", Subject.AGENTS,
                sum(TALKING), sum(PRESENT));
        share("occupancy_scheduled", "Occupancy of scheduled time", "(talking + after-call + deferred work + dialling) / scheduled, time in the window; may pass 1", Subject.AGENTS,
                sum(TALKING, WRAPPING, WORKING), sum(SCHEDULED));
        share("occupancy_to_last_event", "Occupancy to the last event", "as occupancy, from the start to the last event", Subject.AGENTS,
                sum(TALKING, WRAPPING, WORKING, TALKING_AFTER, WRAPPING_AFTER, WORKING_AFTER), sum(PRESENT, PRESENT_AFTER));
        share("occupancy_talk_to_last_event", "Occupancy to the last event, talk only", "as occupancy_talk, from the start to the last event", Subject.AGENTS,
                sum(TALKING, TALKING_AFTER), sum(PRESENT, PRESENT_AFTER));
        add(new Measure("chats_per_busy_agent", "Chats in hand of an agent with any", Unit.NUMBER,
                "time with chats in hand, each counted / time with any chat in hand, in the window; of groups that have `chats`", Subject.AGENTS,
                sum(CHATS), sum(CHATTING), 1, Double.NaN, null));
        share("chat_occupancy", "Use of places for chats", "time with chats in hand, each counted / places for chats × time at work, in the window; of groups that have `chats`",
                Subject.AGENTS, sum(CHATS), sum(CHAT_PLACES));
        number("agents_scheduled", "Agents scheduled, mean while open", "scheduled time / time, while the desk is open", Subject.AGENTS, sum(SCHEDULED_OPEN));
        number("agents_busy", "Agents busy, mean while open", "(talking + after-call + deferred work + dialling) time / time, while the desk is open", Subject.AGENTS, sum(BUSY_OPEN));
        exact("agent_hours_per_day", "Agent-hours an open day", Unit.NUMBER, "contracted hours of a normal week / days of the week on which the desk opens",
                Staff::hoursPerOpenDay);
        exact("cost", "Cost of agents a year", Unit.POUNDS, "fte × yearly cost of a full-time agent, to the penny in each group, summed over groups",
                Staff::poundsPerYear);
        exact("fte", "Full-time equivalents", Unit.NUMBER, "contracted hours of a normal week / 37 h", Staff::fullTimeEquivalents);
        PowerMeasures.add();
    }

    private static final List<Measure> EXACT = BY_ID.values().stream().filter(Measure::isExact).toList();

    /** All measures, in the order of tables. */
    public static List<Measure> all() {
        return List.copyOf(BY_ID.values());
    }

    /** The measure with this identifier. */
    public static Optional<Measure> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Whether the measure exists in scopes of this kind. Quantiles exist where histograms are kept: not by interval or group. */
    @Internal
    public boolean existsFor(Kind kind) {
        if (kind == Kind.PRIORITY) {
            return subject == Subject.DEFERRED_WORK;
        }
        if (kind == Kind.APPLICATION) {
            return subject == Subject.APPLICATIONS || subject == Subject.AVAILABILITY;
        }
        if (kind == Kind.ROOM || kind == Kind.DATACENTRE) {
            return subject == Subject.POWER;
        }
        if (isQuantile()) {
            return kind != Kind.INTERVAL && kind != Kind.GROUP;
        }
        return switch (subject) {
            case CONTACTS -> kind != Kind.GROUP;
            case ANSWERS -> true;
            case DEFERRED_WORK -> kind != Kind.GROUP && kind != Kind.INTERVAL;
            case APPLICATIONS -> kind == Kind.OVERALL;
            case AVAILABILITY -> kind != Kind.GROUP && kind != Kind.INTERVAL;
            case POWER -> kind == Kind.OVERALL;
            case AGENTS -> kind != Kind.SERVICE && kind != Kind.CHANNEL && kind != Kind.FLOW;
            case STAFF -> kind == Kind.OVERALL || kind == Kind.COUNCIL || kind == Kind.DESK || kind == Kind.GROUP;
        };
    }

    /** What a scenario must have for it to have a value; empty for what every scenario has. */
    @Internal
    public Optional<Feature> feature() {
        if (numerator == null) {
            return switch (subject) {
                case DEFERRED_WORK -> Optional.of(Feature.DEFERRED);
                case POWER -> Optional.of(Feature.POWER);
                default -> Optional.empty();
            };
        }
        return IntStream.of(numerator.columns).mapToObj(Feature::of).flatMap(Optional::stream).findFirst();
    }

    /** Whether it can have a value in a scenario of these scopes, as far as that is not a matter of money. */
    @Internal
    public boolean existsIn(Scopes scopes) {
        return feature().map(scopes::has).orElse(true);
    }

    /** The largest value that it can have: 1 for a share, but agents may finish their calls after the scheduled time. */
    public double most() {
        return unit == Unit.SHARE && !id.equals("occupancy_scheduled") ? 1 : Double.POSITIVE_INFINITY;
    }

    /** What a ratio is in one run, or one period of it; NaN where nothing happens. */
    @Internal
    public double of(RunSummary run, int row) {
        return scale * numerator.of(run, row) / (double) denominator.of(run, row);
    }

    /** What an exact measure is in a run that goes by a plan of its own; NaN where it has no value. */
    @Internal
    public double given(RunSummary run, int row) {
        return GivenSums.of(run, this, row);
    }

    /** Whether it is a quantile of times: of waits, of deferred work until it is done. */
    public boolean isQuantile() {
        return !Double.isNaN(probability);
    }

    /** Whether it can be kept by calendar month and other periods: neither quantiles nor contracted staff. */
    public boolean isByPeriod() {
        return numerator != null && IntStream.of(numerator.columns).noneMatch(Count::isLongest);
    }

    /** Whether it is a share of contacts or a mean over them, so that it is what it is by chance where there are few. */
    public boolean isPerContact() {
        return denominator != null && subject != Subject.AGENTS && (unit == Unit.SHARE || unit == Unit.SECONDS);
    }

    /** By what a sum of columns is multiplied where a replication has so many observations: what is open at the end of each is no part of a sum. */
    double scale(int perReplication) {
        boolean isLevel = denominator == null && IntStream.of(numerator.columns).anyMatch(column -> Count.isLevel(column) || Count.isLongest(column));
        return isLevel ? scale : scale * perReplication;
    }

    /** Those that follow from the scenario alone, in a fixed order. */
    public static List<Measure> exactOnes() {
        return EXACT;
    }

    /** Whether it follows from the scenario alone: the same in every replication that goes by the same plan. */
    public boolean isExact() {
        return exact != null;
    }

    private static void serviceLevels() {
        levels("", OFFERED, ANSWERED, ANSWERED_WITHIN, ABANDONED, ABANDONED_WITHIN, ABANDONED_SHORT, BLOCKED);
        levels("_per_person", PERSONS, PERSONS_ANSWERED, PERSONS_ANSWERED_WITHIN, PERSONS_ABANDONED, PERSONS_ABANDONED_WITHIN,
                PERSONS_ABANDONED_SHORT, PERSONS_BLOCKED);
    }

    private static void levels(String suffix, int a, int s, int sg, int l, int lg, int ls, int b) {
        String of = suffix.isEmpty() ? "" : ", counting people by their last attempt and all their waits";
        String who = suffix.isEmpty() ? "" : ", people";
        String answered = suffix.isEmpty() ? "Answered" : "People answered";
        String within = suffix.isEmpty() ? "Within" : "People within";
        Subject all = Subject.CONTACTS;
        share("sl_answered_of_offered" + suffix, answered + " within T, of offered", "Sg / A" + of, all, sum(sg), sum(a));
        share("sl_answered_of_answered" + suffix, answered + " within T, of answered", "Sg / S" + of,
                suffix.isEmpty() ? Subject.ANSWERS : all, sum(sg), sum(s));
        share("sl_excluding_quick_abandons" + suffix, within + " T, quick abandons left out", "Sg / (A − Lg)" + of, all, sum(sg), sum(a).minus(lg));
        share("sl_counting_quick_abandons" + suffix, within + " T, quick abandons counted as good", "(Sg + Lg) / A" + of, all, sum(sg, lg), sum(a));
        share("sl_answered_of_answered_and_late_abandons" + suffix, within + " T, of answered and late abandons", "Sg / (S + Lb)" + of, all,
                sum(sg), sum(s, l).minus(lg));
        share("sl_answered_of_answered_late_abandons_and_blocked" + suffix, within + " T, of answered, late abandons and blocked",
                "Sg / (S + Lb + B)" + of, all, sum(sg), sum(s, l, b).minus(lg));
        share("sl_counting_short_abandons" + suffix, within + " T, short abandons counted as good", "(Sg + Ls) / (S + L)" + of, all,
                sum(sg, ls), sum(s, l));
    }

    static Sum sum(int... columns) {
        int[] signs = new int[columns.length];
        java.util.Arrays.fill(signs, 1);
        return new Sum(columns, signs);
    }

    private static void total(String id, String title, String equation, Subject subject, int column) {
        add(new Measure(id, title, Unit.COUNT, equation, subject, sum(column), null, 1, Double.NaN, null));
    }

    private static void share(String id, String title, String equation, Subject subject, Sum numerator, Sum denominator) {
        add(new Measure(id, title, Unit.SHARE, equation, subject, numerator, denominator, 1, Double.NaN, null));
    }

    private static void seconds(String id, String title, String equation, Subject subject, Sum numerator, Sum denominator) {
        add(new Measure(id, title, Unit.SECONDS, equation, subject, numerator, denominator, SECOND, Double.NaN, null));
    }

    private static void number(String id, String title, String equation, Subject subject, Sum numerator) {
        add(new Measure(id, title, Unit.NUMBER, equation, subject, numerator, sum(OPEN), 1, Double.NaN, null));
    }

    private static void exact(String id, String title, Unit unit, String equation, ToDoubleFunction<Staff> value) {
        add(new Measure(id, title, unit, equation, Subject.STAFF, null, null, 1, Double.NaN, given -> value.applyAsDouble(given.staff())));
    }

    static void add(Measure measure) {
        BY_ID.put(measure.id, measure);
    }
}
