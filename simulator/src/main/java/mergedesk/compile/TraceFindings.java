package mergedesk.compile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mergedesk.scenario.DatedEvent;
import mergedesk.scenario.Finding;
import mergedesk.scenario.Flow;
import mergedesk.scenario.NoteKind;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.TimeFrame;
import mergedesk.scenario.Trace;
import mergedesk.units.Ticks;

/** What becomes of one flow's recorded arrivals that their file does not show: left out, moved, turned away, missing, not changed by anything. */
final class TraceFindings {
    private final Scenario scenario;
    private final TimeAxis time;
    private final DeskHours hours;
    private final Flow flow;
    private final String path;
    private final List<Finding> findings = new ArrayList<>();

    private TraceFindings(Scenario scenario, TimeAxis time, DeskHours hours, String id) {
        this.scenario = scenario;
        this.time = time;
        this.hours = hours;
        this.flow = scenario.flows().get(id);
        this.path = "flows." + id + ".trace";
    }

    static List<Finding> of(Scenario scenario, TimeAxis time, DeskHours hours, String id, Replay replay) {
        TraceFindings findings = new TraceFindings(scenario, time, hours, id);
        findings.find(replay);
        return findings.findings;
    }

    private void find(Replay replay) {
        LocalDateTime end = scenario.time().length().endFrom(scenario.time().start());
        String run = "the run from " + scenario.time().start() + " to " + end;
        if (replay.outside() == replay.recorded()) {
            findings.add(Finding.fault(
                    path,
                    "none of the " + number(replay.recorded()) + " recorded contacts comes in " + run + recordedFrom(),
                    "move time.start, or name the file of this time"));
            return;
        }
        note(
                NoteKind.TRACE_OUTSIDE,
                replay.outside(),
                "%s of " + number(replay.recorded()) + " recorded contacts do not come in " + run
                        + ", and are left out");
        note(
                NoteKind.TRACE_MOVED,
                replay.moved(),
                "%s contacts were counted in " + number(replay.movedRows()) + " intervals for part of which desk "
                        + flow.desk() + " is closed: they come in the open part");
        note(
                NoteKind.TRACE_CLOSED,
                replay.closed(),
                "%s of " + number(replay.recorded()) + " recorded contacts come while desk " + flow.desk()
                        + " is closed, and are turned away");
        if (!scenario.isDeferred(flow)) {
            findMissing();
        }
        findTwice();
        findUnchanged(replay);
    }

    private void note(NoteKind kind, long count, String rule) {
        if (count > 0) {
            findings.add(Finding.note(kind, path, String.format(Locale.ROOT, rule, number(count)), ""));
        }
    }

    private String recordedFrom() {
        List<LocalDateTime> times = Stream.concat(
                        flow.trace().times().stream(),
                        flow.trace().counts().stream().map(Trace.Count::start))
                .toList();
        return times.isEmpty() ? "" : "; the file goes from " + times.get(0) + " to " + times.get(times.size() - 1);
    }

    /** Open time about which the file says nothing. */
    private void findMissing() {
        Map<LocalDate, Long> told = toldTicks();
        long open = 0;
        long missing = 0;
        Set<LocalDate> days = new LinkedHashSet<>();
        int openDays = 0;
        for (LocalDate date : time.days().dates()) {
            long ticks = hours.of(date).stream()
                    .filter(DeskHours.Part::open)
                    .mapToLong(this::inRun)
                    .sum();
            open += ticks;
            openDays += ticks > 0 ? 1 : 0;
            if (ticks > 0 && !told.containsKey(date)) {
                days.add(date);
            }
            missing += Math.max(0, ticks - told.getOrDefault(date, 0L));
        }
        boolean counted = !flow.trace().counts().isEmpty();
        String first = days.isEmpty() ? "" : ", the first on " + days.iterator().next();
        if (!counted && !days.isEmpty()) {
            note(
                    NoteKind.TRACE_GAPS,
                    days.size(),
                    "nobody comes on %s of " + openDays + " days on which desk " + flow.desk() + " is open" + first);
        } else if (counted && missing > 0) {
            String whole = days.isEmpty()
                    ? ""
                    : ", " + number(days.size()) + (days.size() == 1 ? " whole day" : " whole days") + " among them"
                            + first;
            findings.add(Finding.note(
                    NoteKind.TRACE_GAPS,
                    path,
                    String.format(
                            Locale.ROOT,
                            "the file says nothing about %s of %s hours in which desk %s is open%s: nobody comes then",
                            hours(missing),
                            hours(open),
                            flow.desk(),
                            whole),
                    ""));
        }
    }

    private long inRun(DeskHours.Part part) {
        long end = Math.min(part.toTick(), time.horizon().endTick());
        return Math.max(0, end - Math.max(0, part.fromTick()));
    }

    /** Open ticks by day that the file speaks of; of exact times: every day on which somebody comes, as a whole. */
    private Map<LocalDate, Long> toldTicks() {
        Map<LocalDate, Long> told = new LinkedHashMap<>();
        LocalDate last = LocalDate.MIN;
        for (LocalDateTime at : flow.trace().times()) {
            if (!at.toLocalDate().equals(last)) {
                last = at.toLocalDate();
                told.put(last, Long.MAX_VALUE);
            }
        }
        for (Trace.Count row : flow.trace().counts()) {
            hours.showing(row.start(), row.start().plus(flow.trace().interval())).stream()
                    .filter(DeskHours.Part::open)
                    .forEach(part -> told.merge(part.wall().toLocalDate(), inRun(part), Long::sum));
        }
        return told;
    }

    /** A file of local times does not say which of the two it means. */
    private void findTwice() {
        Trace trace = flow.trace();
        if (trace.times().isEmpty()) {
            return;
        }
        long twice = 0;
        LocalDateTime first = null;
        LocalDateTime last = trace.times().get(trace.times().size() - 1);
        for (ZoneOffsetTransition change :
                TimeFrame.changes(trace.times().get(0), last, scenario.time().zone().getRules())) {
            int from = trace.timesBefore(change.getDateTimeAfter());
            int count = change.isOverlap() ? trace.timesBefore(change.getDateTimeBefore()) - from : 0;
            first = first == null && count > 0 ? trace.times().get(from) : first;
            twice += count;
        }
        note(
                NoteKind.TRACE_TWICE,
                twice,
                "%s recorded times, the first " + first
                        + ", come twice as the clocks go back: they are taken for the first");
    }

    private void findUnchanged(Replay replay) {
        List<String> idle = new ArrayList<>();
        if (scenario.busyness() != null) {
            idle.add("busyness");
        }
        String events = scenario.events().entrySet().stream()
                .filter(event -> EventTable.concerns(event.getValue(), flow) && touches(event.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!events.isEmpty()) {
            idle.add("events (" + events + ")");
        }
        if (scenario.bankHolidays() != null
                && time.days().dates().stream().anyMatch(new Holidays(scenario.bankHolidays())::contains)) {
            idle.add("bank_holidays");
        }
        long inside = replay.recorded() - replay.outside();
        if (!idle.isEmpty()) {
            note(
                    NoteKind.TRACE_UNCHANGED,
                    inside,
                    "%s contacts come as they were recorded, whatever the scenario says of " + String.join(", ", idle));
        }
        if (flow.retry() != null) {
            findings.add(Finding.note(
                    NoteKind.TRACE_RETRIES,
                    path,
                    number(inside)
                            + " recorded contacts are taken for first attempts, and people who are not served try again besides",
                    "leave redials out of the file, or remove retry"));
        }
    }

    private boolean touches(DatedEvent event) {
        LocalDate last = event.start().plusDays(event.shape().size() - 1L);
        List<LocalDate> dates = time.days().dates();
        return !last.isBefore(dates.get(0)) && !event.start().isAfter(dates.get(dates.size() - 1));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String hours(long ticks) {
        String text = String.format(Locale.ROOT, "%,.2f", Ticks.toSeconds(ticks) / 3_600);
        return text.replaceAll("\\.?0+$", "");
    }
}
