package mergedesk.results;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a row of results is about: everything, or one council, service, channel, desk, group, flow, by the user's names; or one of these in a period: a calendar month, week, weekday, date or interval of the week.
 *
 * <p>It says too where that belongs: a group to its employer and desk, a flow to its council, service, channel and desk. What does not apply is empty.
 *
 * @param interval the period: slot of the week such as "Mon 09:30", month such as "2026-03", week by its Monday such as "2026-03-02", weekday such as "Mon", date; or the priority of tickets, such as "P1", or an application, room or datacentre
 */
public record Scope(Kind kind, String council, String service, String channel, String desk, String group, String interval) {
    /** Kinds of scopes. */
    public enum Kind {
        OVERALL,
        COUNCIL,
        SERVICE,
        CHANNEL,
        DESK,
        GROUP,
        FLOW,
        /** Tickets of one priority. */
        PRIORITY,
        APPLICATION,
        /** A machine room. */
        ROOM,
        /** A site with machine rooms. */
        DATACENTRE,
        INTERVAL,
        MONTH,
        WEEK,
        WEEKDAY,
        DATE,
        /** From one step of a plan to the next. */
        PHASE;

        /** Whether it is a place in a part of the time. */
        public boolean isPeriod() {
            return ordinal() >= INTERVAL.ordinal();
        }

        /** How files name it: {@code overall}, {@code council}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Everything together. */
    public static final Scope OVERALL = new Scope(Kind.OVERALL, "", "", "", "", "", "");

    /** A council: as the home of contacts, and as the employer of agents. */
    public static Scope council(String name) {
        return new Scope(Kind.COUNCIL, name, "", "", "", "", "");
    }

    /** A service. */
    public static Scope service(String name) {
        return new Scope(Kind.SERVICE, "", name, "", "", "", "");
    }

    /** A channel. */
    public static Scope channel(String name) {
        return new Scope(Kind.CHANNEL, "", "", name, "", "", "");
    }

    /** A desk. */
    public static Scope desk(String name) {
        return new Scope(Kind.DESK, "", "", "", name, "", "");
    }

    /** A group, wherever it belongs. */
    public static Scope group(String name) {
        return group("", "", name);
    }

    /** A group of a desk; {@code employer} is empty when it has none. */
    public static Scope group(String employer, String desk, String name) {
        return new Scope(Kind.GROUP, employer, "", "", desk, name, "");
    }

    /** A flow. */
    public static Scope flow(String council, String service, String channel, String desk) {
        return new Scope(Kind.FLOW, council, service, channel, desk, "", "");
    }

    /** All tickets of a priority, in the place of an interval: P1. */
    public static Scope priority(int priority) {
        return new Scope(Kind.PRIORITY, "", "", "", "", "", "P" + priority);
    }

    /** An application, in the place of an interval. */
    public static Scope application(String name) {
        return new Scope(Kind.APPLICATION, "", "", "", "", "", name);
    }

    /** A machine room, in the place of an interval. */
    public static Scope room(String name) {
        return new Scope(Kind.ROOM, "", "", "", "", "", name);
    }

    /** A site with machine rooms, in the place of an interval. */
    public static Scope datacentre(String name) {
        return new Scope(Kind.DATACENTRE, "", "", "", "", "", name);
    }

    /** Everything in an interval of the week. */
    public static Scope interval(String slot) {
        return OVERALL.in(Kind.INTERVAL, slot);
    }

    /** Everything, a council, service, desk or group in one calendar month. */
    public static Scope month(String month, Scope place) {
        return place.in(Kind.MONTH, month);
    }

    /** This place in a period of that kind. */
    public Scope in(Kind period, String name) {
        return new Scope(period, council, service, channel, desk, group, name);
    }

    /** Without its period, if it has one. */
    public Scope place() {
        if (!kind.isPeriod()) {
            return this;
        }
        Kind of = !group.isEmpty() ? Kind.GROUP : !desk.isEmpty() ? Kind.DESK : !service.isEmpty() ? Kind.SERVICE : !council.isEmpty() ? Kind.COUNCIL : Kind.OVERALL;
        return new Scope(of, council, service, channel, desk, group, "");
    }

    /** Whether it is everything together. */
    public boolean isOverall() {
        return kind == Kind.OVERALL;
    }

    /** Its name among those of its kind; that of everything together is empty. */
    public String name() {
        return switch (kind) {
            case OVERALL -> "";
            case COUNCIL -> council;
            case SERVICE -> service;
            case CHANNEL -> channel;
            case DESK -> desk;
            case GROUP -> group;
            case PRIORITY, APPLICATION, ROOM, DATACENTRE -> interval;
            case FLOW -> Stream.of(council, service, channel, desk).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
            case INTERVAL, MONTH, WEEK, WEEKDAY, DATE, PHASE -> place().isOverall() ? interval : interval + " " + place();
        };
    }

    /** {@code overall}, or kind and name: {@code council north}. */
    @Override
    public String toString() {
        return isOverall() ? kind.id() : kind.id() + " " + name();
    }

    /** Whether both are the same council, desk ..., whatever else is said of where it belongs. */
    public boolean isSameAs(Scope other) {
        return kind == other.kind && name().equals(other.name());
    }
}
