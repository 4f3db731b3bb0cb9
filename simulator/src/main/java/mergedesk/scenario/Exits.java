package mergedesk.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who goes when, of posts that steps of a plan end. Vacant posts end at the announcement, those of agency staff after their notice. Of people who are employed, those who have left of themselves by the end of consultation
 * are counted first; then some find other work, and the others go after consultation and their notice. All go at the beginning of a day.
 */
public final class Exits {
    private static final double DAYS_PER_YEAR = 365.25;
    private static final int WEEK = 7;
    private static final Duration BEYOND = Duration.ofDays(36_525);

    private final Scenario scenario;
    private final PlanTimes times;
    private final Luck luck;
    private final Map<String, Pool> pools = new LinkedHashMap<>(); // by group

    private Exits(Scenario scenario, PlanTimes times, Luck luck) {
        this.scenario = scenario;
        this.times = times;
        this.luck = luck;
    }

    /** What morale draws: numbers of 0 up to 1 that hang on their names alone. */
    public interface Luck {
        /** Where nobody leaves of themselves, and nobody is away. */
        Luck CALM = new Luck() {
            @Override
            public double leaves(String step, String group, int person) {
                return 1;
            }

            @Override
            public double isAway(String step, String group, int person, int week) {
                return 1;
            }
        };

        /** The probability with which the person leaves by when they do, if they leave at a constant rate; 1: never. */
        double leaves(String step, String group, int person);

        /** A person is away in a week from the announcement on when this is below the share of weeks. */
        double isAway(String step, String group, int person, int week);
    }

    /** Those of a group who are employed, in some order, and what else its posts are. */
    private static final class Pool {
        private int vacancies;
        private int agency;
        private final List<Person> people = new ArrayList<>();

        private Pool(AgentGroup group) {
            vacancies = group.vacancies();
            agency = group.agency();
            IntStream.range(0, group.peopleAtFirst() - agency).forEach(number -> people.add(new Person(number)));
        }
    }

    private static final class Person {
        private final int number;
        private LocalDate until = LocalDate.MAX;
        private Exit.Reason reason;
        private boolean leavesPost; // which is vacant then
        private LocalDate lookedAt = LocalDate.MIN; // until when it is known when they are away

        private Person(int number) {
            this.number = number;
        }

        private void goes(LocalDate day, Exit.Reason why) {
            if (day.isBefore(until)) {
                until = day;
                reason = why;
            }
        }
    }

    /** A group of which a step ends posts. */
    private static final class Ending {
        private final String group;
        private final Pool pool;
        private final int vacant;
        private final int agency;
        private final int atRisk;
        private final List<Person> people; // who are employed when it is announced, and stay if this does not end their post
        private final List<LocalDate> leaves; // of each, of themselves
        private LocalDate consulted;

        private Ending(String group, Pool pool, int posts, LocalDate announced) {
            this.group = group;
            this.pool = pool;
            people = pool.people.stream().filter(person -> person.until == LocalDate.MAX).toList();
            leaves = new ArrayList<>(Collections.nCopies(people.size(), LocalDate.MAX));
            int leftVacant = (int) pool.people.stream().filter(person -> person.leavesPost && !person.until.isAfter(announced)).count();
            vacant = Math.min(posts, pool.vacancies + leftVacant);
            agency = Math.min(posts - vacant, pool.agency);
            atRisk = Math.min(posts - vacant - agency, people.size());
        }
    }

    /** By step that begins and ends posts, who goes when, in order of time. */
    public static Map<String, List<Exit>> of(Scenario scenario, PlanTimes times, Luck luck) {
        Exits exits = new Exits(scenario, times, luck);
        Map<String, List<Exit>> all = new LinkedHashMap<>();
        times.begins().entrySet().stream()
                .filter(begin -> scenario.plan().get(begin.getKey()).release() != null && begin.getValue().isBefore(scenario.time().ends()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(begin -> all.put(begin.getKey(), exits.of(begin.getKey(), scenario.plan().get(begin.getKey()).release(), begin.getValue())));
        return all;
    }

    private List<Exit> of(String step, Release release, LocalDateTime at) {
        LocalDate announced = TimeFrame.firstWholeDay(at);
        List<Ending> endings = new ArrayList<>();
        release.posts().forEach((group, posts) -> endings.add(new Ending(group, pools.computeIfAbsent(group, id -> new Pool(scenario.groups().get(id))), posts, announced)));
        Map<String, Integer> atRisk = new LinkedHashMap<>(); // by employer
        endings.forEach(ending -> atRisk.merge(employer(scenario, times, ending.group, at), ending.atRisk, Integer::sum));
        for (Ending ending : endings) {
            ending.consulted = release.consultation() == null
                    ? announced.plusDays(Release.consultationDays(atRisk.get(employer(scenario, times, ending.group, at)), announced))
                    : TimeFrame.firstWholeDay(release.consultation().endFrom(announced.atStartOfDay()));
            dismiss(step, release, announced, ending);
        }
        List<Exit> exits = new ArrayList<>();
        LocalDate agencyEnds = TimeFrame.firstWholeDay(release.agencyNotice().endFrom(announced.atStartOfDay()));
        for (Ending ending : endings) {
            add(exits, ending.group, announced, Exit.Reason.VACANT, ending.vacant);
            add(exits, ending.group, agencyEnds, Exit.Reason.AGENCY, ending.agency);
            ending.pool.vacancies -= Math.min(ending.vacant, ending.pool.vacancies);
            ending.pool.agency -= ending.agency;
        }
        LocalDate last = last(endings, announced, agencyEnds);
        for (Ending ending : endings) {
            unsettle(step, release.morale(), announced, last, ending, exits);
            for (Person person : ending.people) {
                add(exits, ending.group, person.until, person.reason, person.until == LocalDate.MAX ? 0 : 1);
            }
        }
        return joined(exits);
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

    /** Whose posts end: whoever leaves in time, and then as many others as are still needed. */
    private void dismiss(String step, Release release, LocalDate announced, Ending ending) {
        List<Person> staying = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < ending.people.size(); i++) {
            Person person = ending.people.get(i);
            ending.leaves.set(i, leaves(release.morale().leave(), luck.leaves(step, ending.group, person.number), announced));
            if (ending.leaves.get(i).isBefore(ending.consulted)) {
                person.goes(ending.leaves.get(i), Exit.Reason.LEFT);
                person.leavesPost = ++left > ending.atRisk;
            } else {
                staying.add(person);
            }
        }
        int needed = Math.max(0, ending.atRisk - left);
        int redeployed = Math.min(needed, release.redeployed().getOrDefault(ending.group, 0));
        Collections.reverse(staying);
        for (int i = 0; i < needed; i++) {
            Person person = staying.get(i);
            if (i < redeployed) {
                person.goes(ending.consulted, Exit.Reason.REDEPLOYED);
            } else {
                person.goes(ending.consulted.plusWeeks(notice(ending.group, i - redeployed, needed - redeployed)), Exit.Reason.REDUNDANT);
            }
        }
    }

    /** The day on which somebody leaves of themselves: at a constant rate, of which so large a share leaves within a year. */
    private static LocalDate leaves(double share, double probability, LocalDate announced) {
        if (share == 0 || probability >= 1) {
            return LocalDate.MAX;
        }
        double days = DAYS_PER_YEAR * StrictMath.log1p(-probability) / StrictMath.log1p(-share);
        return days > BEYOND.toDays() ? LocalDate.MAX : announced.plusDays((long) days);
    }

    /** Weeks of notice of one of so many. */
    private int notice(String group, int number, int of) {
        List<Double> years = scenario.groups().get(group).serviceYears().stream().sorted().toList();
        return Release.noticeWeeks(years.isEmpty() ? Double.MAX_VALUE : years.get((2 * number + 1) * years.size() / (2 * of)));
    }

    private static LocalDate last(List<Ending> endings, LocalDate announced, LocalDate agencyEnds) {
        LocalDate last = endings.stream().anyMatch(ending -> ending.agency > 0) ? agencyEnds : announced;
        for (Ending ending : endings) {
            LocalDate ends = ending.atRisk == 0 ? last : ending.people.stream().map(person -> person.until).filter(until -> until != LocalDate.MAX).max(Comparator.naturalOrder()).orElse(ending.consulted);
            last = ends.isAfter(last) ? ends : last;
        }
        return last;
    }

    /** Whoever else leaves, under notice or not, and who is away when. */
    private void unsettle(String step, Morale morale, LocalDate announced, LocalDate last, Ending ending, List<Exit> exits) {
        for (int i = 0; i < ending.people.size(); i++) {
            Person person = ending.people.get(i);
            LocalDate leaves = ending.leaves.get(i);
            if (leaves.isBefore(last) && leaves.isBefore(person.until)) {
                person.leavesPost = person.until == LocalDate.MAX;
                person.goes(leaves, Exit.Reason.LEFT);
            }
            LocalDate until = person.until.isBefore(last) ? person.until : last;
            int week = 0;
            LocalDate first = person.lookedAt.isAfter(announced) ? person.lookedAt : announced;
            for (LocalDate from = first; morale.away() > 0 && from.isBefore(until); from = from.plusDays(WEEK)) {
                if (luck.isAway(step, ending.group, person.number, week++) < morale.away()) {
                    LocalDate back = from.plusDays(WEEK).isBefore(until) ? from.plusDays(WEEK) : until;
                    add(exits, ending.group, from, Exit.Reason.AWAY, 1);
                    add(exits, ending.group, back, Exit.Reason.AWAY, -1);
                }
            }
            person.lookedAt = until.isAfter(first) ? until : first;
        }
    }

    private static void add(List<Exit> exits, String group, LocalDate day, Exit.Reason reason, int people) {
        if (people != 0) {
            exits.add(new Exit(group, day.atStartOfDay(), reason, people));
        }
    }

    /** Those of a group, moment and reason together, in order of time. */
    private static List<Exit> joined(List<Exit> exits) {
        Map<Exit, Integer> people = new LinkedHashMap<>();
        exits.forEach(exit -> people.merge(new Exit(exit.group(), exit.at(), exit.reason(), 0), exit.people(), Integer::sum));
        return people.entrySet().stream()
                .filter(exit -> exit.getValue() != 0)
                .map(exit -> new Exit(exit.getKey().group(), exit.getKey().at(), exit.getKey().reason(), exit.getValue()))
                .sorted(Comparator.comparing(Exit::at))
                .toList();
    }
}
