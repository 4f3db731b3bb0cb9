package mergedesk.scenario.check;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.CalendarSpan;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.Release;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Posts of groups, and steps of the plan that end some: no more than there are, and of groups whose agents no other step says anew. */
final class PostsCheck {
    private static final int MOST_YEARS = 5;
    private static final long MOST_MINUTES = 10_000_000; // beyond which no date is reckoned

    private final Scenario scenario;
    private final Places places;
    private final Map<String, Integer> ended = new HashMap<>(); // posts by group, of all steps so far

    PostsCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
    }

    void check() {
        scenario.groups().forEach((id, group) -> checkGroup(group, "groups." + id));
        scenario.plan().forEach((id, step) -> {
            if (step.release() != null) {
                checkRelease(step, "plan." + id);
            }
        });
    }

    private void checkGroup(AgentGroup group, String path) {
        if (group.posts() == null) {
            for (String key : List.of("vacancies", "agency", "service_years")) {
                if (places.written(path + "." + key)) {
                    places.fault(path + "." + key, "nothing says how many posts the group has", "write posts, or remove this");
                }
            }
        } else if (group.vacancies() + group.agency() > group.posts()) {
            places.fault(path + ".posts", group.vacancies() + " vacant posts and " + group.agency() + " of agency staff are more than all " + group.posts(), "posts are all of these together with people who are employed; write more, or fewer of the others");
        } else if (group.vacancies() == group.posts()) {
            places.fault(path + ".vacancies", "all posts are vacant, so that nobody can be planned to be there", "write fewer, or staffing: 0 and no posts");
        }
    }

    private void checkRelease(PlanStep step, String path) {
        Release release = step.release();
        if (release.posts().isEmpty()) {
            places.fault(path + ".release.posts", "no posts end", "write how many, by group: {chester: 4}");
        }
        checkSpan(release.consultation(), path + ".release.consultation");
        checkSpan(release.agencyNotice(), path + ".release.agency_notice");
        if (step.lasts() != null) {
            places.fault(path + ".lasts", "whoever has gone does not come back when the step ends", "remove it, and let another step recruit: staffing of a group of its own");
        }
        release.posts().forEach((id, posts) -> {
            String at = path + ".release.posts." + id;
            AgentGroup group = scenario.groups().get(id);
            if (group == null || posts == null) { // that is told already
                return;
            }
            if (group.posts() == null) {
                places.fault(at, "nothing says how many posts the group has", "write groups." + id + ".posts, vacant ones included");
                return;
            }
            int all = ended.merge(id, posts, Integer::sum);
            if (all > group.posts()) {
                places.fault(at, all == posts ? "the group has " + group.posts() + " posts only" : "with those of steps written before it " + all + " posts would end, and the group has " + group.posts(), "end fewer");
            }
            scenario.plan().forEach((other, changing) -> {
                Map<?, ?> keys = changing.change().of("groups", id);
                if (keys.containsKey("staffing") || keys.containsKey("shifts")) {
                    places.fault(at, "step " + other + " says the group's agents anew, and it would not be known who of them these are", "let one of both say it, or put newcomers into a group of their own");
                }
            });
        });
        release.redeployed().forEach((id, people) -> checkRedeployed(id, people, release.posts().get(id), path + ".release.redeployed." + id));
    }

    private void checkRedeployed(String id, Integer people, Integer posts, String path) {
        AgentGroup group = scenario.groups().get(id);
        if (group == null || people == null) {
            return;
        }
        if (posts == null) {
            places.fault(path, "the step ends none of its posts", "write posts of it, or remove this");
        } else if (people > posts) {
            places.fault(path, "the step ends only " + posts + " of its posts", "write at most so many");
        } else if (group.posts() != null && ended.get(id).equals(posts)) { // the first step that ends any
            int employed = Math.max(0, posts - group.vacancies() - group.agency());
            if (people > employed) {
                places.fault(path, "vacant posts and those of agency staff end first, so that only " + employed + " of these are of people who are employed", "write at most so many");
            }
        }
    }

    private void checkSpan(CalendarSpan span, String path) {
        LocalDateTime start = scenario.time().start();
        if (span != null && (span.amount() > MOST_MINUTES || span.endFrom(start).isAfter(start.plusYears(MOST_YEARS)))) {
            places.fault(path, "longer than 5 years", "check the unit");
        }
    }
}
