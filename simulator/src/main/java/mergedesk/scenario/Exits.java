package mergedesk.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who goes when, of posts that steps of a plan end: followed day by day. At an announcement vacant posts end, and agency staff are given notice; when consultation is over, as many people are told to go as posts are still
 * to end, of whom some find other work; whoever leaves of themselves before is one fewer. All go at the beginning of a day.
 */
public final class Exits {
    private final Scenario scenario;
    private final PlanTimes times;
    private final Map<String, Team> teams = new LinkedHashMap<>(); // by group
    private final Map<String, List<Exit>> exits = new LinkedHashMap<>(); // by step
    private final Unrest unrest = new Unrest();
    private int scheduled; // so far
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::day).thenComparing(Event::kind).thenComparing(Event::order));

    private Exits(Scenario scenario, PlanTimes times) {
        this.scenario = scenario;
        this.times = times;
    }

    /** What morale draws: numbers of 0 up to 1 that hang on their names alone. */
    public interface Luck {
        /** Of a person: the probability with which one who leaves at a constant rate has left by when this one does. */
        double leaves(String group, int person);

        /** A person is away in a week, counted from that of 1 January 1970, when this is below the share of weeks. */
        double isAway(String group, int person, long week);
    }

    /** What happens on a day, in this order. */
    private enum Kind {
        WITHDRAWN,
        ANNOUNCED,
        AGENCY_GOES,
        CONSULTED,
        LEAVES,
        GOES
    }

    private record Event(LocalDate day, Kind kind, int order, Runnable what) {}

    /** A group: its vacant posts, those of agency staff, and people who are employed. */
    private static final class Team {
        private int vacancies;
        private int agency;
        private final List<Person> people = new ArrayList<>();
        private final List<Ending> endings = new ArrayList<>(); // announced so far

        private Team(AgentGroup group) {
            vacancies = group.vacancies();
            agency = group.agency();
            IntStream.range(0, group.peopleAtFirst() - agency).forEach(number -> people.add(new Person(number)));
        }

        private List<Person> free() {
            return people.stream().filter(person -> person.until == LocalDate.MAX && person.told == null).toList();
        }
    }

    private static final class Person {
        private final int number;
        private LocalDate until = LocalDate.MAX;
        private Ending told; // to go

        private Person(int number) {
            this.number = number;
        }
    }

    /** Posts of a group that a step ends. */
    private static final class Ending {
        private final String step;
        private final String group;
        private final Release release;
        private int agency; // who have notice
        private int needed; // people who are to go, and of whom nobody has been told so yet

        private Ending(String step, String group, Release release) {
            this.step = step;
            this.group = group;
            this.release = release;
        }
    }

    /** By step that begins and ends posts, as planned: nobody leaves of themselves, and nobody is away. In order of time. */
    public static Map<String, List<Exit>> planned(Scenario scenario, PlanTimes times) {
        return calm(scenario, times).joined();
    }

    /** The same with whom morale makes leave, and without those who are away. */
    public static Map<String, List<Exit>> forGood(Scenario scenario, PlanTimes times, Luck luck) {
        return calm(scenario, times).unsettled(luck).joined();
    }

    /** The same with those who are away, within the run. */
    public static Map<String, List<Exit>> of(Scenario scenario, PlanTimes times, Luck luck) {
        Exits calm = calm(scenario, times);
        Exits drawn = calm.unsettled(luck);
        LocalDate end = TimeFrame.firstWholeDay(scenario.time().ends());
        drawn.teams.forEach((group, team) -> calm.unrest.weeks(group, end).forEach(week -> team.people.forEach(person -> drawn.absence(week, person, luck))));
        return drawn.joined();
    }

    private static Exits calm(Scenario scenario, PlanTimes times) {
        Exits calm = new Exits(scenario, times);
        calm.follow();
        return calm;
    }

    /** The same where people leave; they are unsettled for as long as they would be if nobody did. */
    private Exits unsettled(Luck luck) {
        Exits drawn = new Exits(scenario, times);
        teams.keySet().forEach(group -> {
            DoubleFunction<Optional<LocalDate>> leaving = unrest.leaving(group);
            drawn.team(group).people.forEach(person -> leaving.apply(luck.leaves(group, person.number)).ifPresent(day -> drawn.at(day, Kind.LEAVES, () -> drawn.leave(group, person, day))));
        });
        drawn.follow();
        return drawn;
    }

    /** When the last of them goes for good; null when nobody does. */
    public static LocalDateTime last(List<Exit> exits) {
        return exits.stream().filter(exit -> exit.reason().isForGood()).map(Exit::at).max(Comparator.naturalOrder()).orElse(null);
    }

    /** The council that employs a group at a moment, after steps of that moment; empty when none does. */
    public static String employer(Scenario scenario, PlanTimes times, String group, LocalDateTime at) {
        String first = scenario.groups().get(group).employer();
        return times.begins().entrySet().stream()
                .filter(begin -> !begin.getValue().isAfter(at) && (!times.ends().containsKey(begin.getKey()) || times.ends().get(begin.getKey()).isAfter(at)))
                .sorted(Map.Entry.comparingByValue())
                .flatMap(begin -> Stream.ofNullable(scenario.plan().get(begin.getKey()).change().of("groups", group).get("employer")).map(Object::toString))
                .reduce((before, last) -> last)
                .orElse(first == null ? "" : first);
    }

    private Team team(String group) {
        return teams.computeIfAbsent(group, id -> new Team(scenario.groups().get(id)));
    }

    private void at(LocalDate day, Kind kind, Runnable what) {
        events.add(new Event(day, kind, scheduled++, what));
    }

    private void follow() {
        times.begins().forEach((step, begins) -> {
            if (scenario.plan().get(step).release() != null && begins.isBefore(scenario.time().ends())) {
                exits.put(step, new ArrayList<>());
                at(TimeFrame.firstWholeDay(begins), Kind.ANNOUNCED, () -> announce(step, scenario.plan().get(step).release(), begins));
                if (times.ends().containsKey(step)) {
                    at(TimeFrame.firstWholeDay(times.ends().get(step)), Kind.WITHDRAWN, () -> withdraw(step));
                }
            }
        });
        while (!events.isEmpty()) {
            events.poll().what.run();
        }
    }

    private void announce(String step, Release release, LocalDateTime at) {
        LocalDate day = TimeFrame.firstWholeDay(at);
        LocalDate agencyGoes = TimeFrame.firstWholeDay(release.agencyNotice().endFrom(day.atStartOfDay()));
        List<Ending> endings = new ArrayList<>();
        Map<String, Integer> atRisk = new LinkedHashMap<>(); // by employer
        release.posts().forEach((group, posts) -> {
            Team team = team(group);
            Ending ending = new Ending(step, group, release);
            int vacant = Math.min(posts, team.vacancies);
            ending.agency = Math.min(posts - vacant, team.agency);
            ending.needed = Math.min(posts - vacant - ending.agency, team.free().size() - team.endings.stream().mapToInt(other -> other.needed).sum());
            team.vacancies -= vacant;
            team.agency -= ending.agency;
            team.endings.add(ending);
            endings.add(ending);
            add(ending, day, Exit.Reason.VACANT, vacant);
            at(agencyGoes, Kind.AGENCY_GOES, () -> add(ending, agencyGoes, Exit.Reason.AGENCY, ending.agency));
            atRisk.merge(employer(scenario, times, group, at), ending.needed, Integer::sum);
        });
        LocalDate last = day;
        for (Ending ending : endings) {
            LocalDate consulted = release.consultation() == null
                    ? day.plusDays(Release.consultationDays(atRisk.get(employer(scenario, times, ending.group, at)), day))
                    : TimeFrame.firstWholeDay(release.consultation().endFrom(day.atStartOfDay()));
            at(consulted, Kind.CONSULTED, () -> tell(ending, consulted));
            int dismissed = ending.needed - Math.min(ending.needed, redeployed(ending));
            last = Stream.of(last, ending.agency > 0 ? agencyGoes : day, ending.needed > 0 ? consulted.plusWeeks(dismissed > 0 ? notice(ending, dismissed - 1, dismissed) : 0) : day).max(Comparator.naturalOrder()).get();
        }
        LocalDateTime withdrawn = times.ends().get(step);
        LocalDate to = withdrawn != null && withdrawn.toLocalDate().isBefore(last) ? withdrawn.toLocalDate() : last;
        release.posts().keySet().forEach(group -> unrest.add(step, group, day, to, release.morale()));
    }

    private static int redeployed(Ending ending) {
        return ending.release.redeployed().getOrDefault(ending.group, 0);
    }

    /** Consultation is over. */
    private void tell(Ending ending, LocalDate day) {
        List<Person> free = new ArrayList<>(teams.get(ending.group).free());
        Collections.reverse(free);
        int redeployed = Math.min(ending.needed, redeployed(ending));
        int dismissed = ending.needed - redeployed;
        for (int i = 0; i < ending.needed; i++) {
            Person person = free.get(i);
            person.told = ending;
            Exit.Reason reason = i < redeployed ? Exit.Reason.REDEPLOYED : Exit.Reason.REDUNDANT;
            LocalDate goes = i < redeployed ? day : day.plusWeeks(notice(ending, i - redeployed, dismissed));
            at(goes, Kind.GOES, () -> {
                if (person.until == LocalDate.MAX && person.told == ending) {
                    person.until = goes;
                    add(ending, goes, reason, 1);
                }
            });
        }
        ending.needed = 0;
    }

    /** Weeks of notice of one of so many, who are spread over the years of service. */
    private int notice(Ending ending, int number, int of) {
        List<Double> years = scenario.groups().get(ending.group).serviceYears().stream().sorted().toList();
        return Release.noticeWeeks(years.isEmpty() ? Double.MAX_VALUE : years.get((int) ((2L * number + 1) * years.size() / (2L * of))));
    }

    /** Whoever is still there stays. */
    private void withdraw(String step) {
        for (Team team : teams.values()) {
            for (Ending ending : team.endings) {
                if (ending.step.equals(step)) {
                    boolean isThere = exits.get(step).stream().noneMatch(exit -> exit.group().equals(ending.group) && exit.reason() == Exit.Reason.AGENCY);
                    team.agency += isThere ? ending.agency : 0;
                    ending.agency = 0;
                    ending.needed = 0;
                    team.people.stream().filter(person -> person.told == ending).forEach(person -> person.told = null);
                }
            }
        }
    }

    /** Somebody leaves of themselves: instead of another who would have to go, or the post is vacant. */
    private void leave(String group, Person person, LocalDate day) {
        if (person.until != LocalDate.MAX) {
            return;
        }
        Team team = teams.get(group);
        person.until = day;
        Ending open = team.endings.stream().filter(ending -> ending.needed > 0).findFirst().orElse(null);
        if (person.told == null && open != null) {
            open.needed--;
        } else if (person.told == null) {
            team.vacancies++;
        }
        Ending cause = person.told != null ? person.told : open != null ? open : team.endings.get(team.endings.size() - 1);
        add(cause, day, Exit.Reason.LEFT, 1);
    }

    private void absence(Unrest.Week week, Person person, Luck luck) {
        LocalDate until = person.until.isBefore(week.to()) ? person.until : week.to();
        if (week.from().isBefore(until) && luck.isAway(week.group(), person.number, week.number()) < week.share()) {
            exits.get(week.step()).add(new Exit(week.group(), week.from().atStartOfDay(), Exit.Reason.AWAY, 1));
            exits.get(week.step()).add(new Exit(week.group(), until.atStartOfDay(), Exit.Reason.AWAY, -1));
        }
    }

    private void add(Ending ending, LocalDate day, Exit.Reason reason, int people) {
        if (people != 0) {
            exits.get(ending.step).add(new Exit(ending.group, day.atStartOfDay(), reason, people));
        }
    }

    /** Those of a group, moment and reason together, in order of time. */
    private Map<String, List<Exit>> joined() {
        exits.replaceAll((step, all) -> {
            Map<Exit, Integer> people = new LinkedHashMap<>();
            all.forEach(exit -> people.merge(new Exit(exit.group(), exit.at(), exit.reason(), 0), exit.people(), Integer::sum));
            return people.entrySet().stream()
                    .filter(exit -> exit.getValue() != 0)
                    .map(exit -> new Exit(exit.getKey().group(), exit.getKey().at(), exit.getKey().reason(), exit.getValue()))
                    .sorted(Comparator.comparing(Exit::at))
                    .toList();
        });
        return exits;
    }
}
