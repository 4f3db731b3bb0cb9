package mergedesk.scenario.plausible;

import static mergedesk.scenario.NoteKind.CONSULTATION_SHORT;
import static mergedesk.scenario.NoteKind.EXITS_LATER;
import static mergedesk.scenario.NoteKind.MORALE_UNSAID;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mergedesk.scenario.Exit;
import mergedesk.scenario.Exits;
import mergedesk.scenario.Finding;
import mergedesk.scenario.PlanStep;
import mergedesk.scenario.PlanTimes;
import mergedesk.scenario.Release;
import mergedesk.scenario.Scenario;

/** Posts that steps of a plan end, and the people who go. */
final class PostsRules {
    private final Scenario scenario;
    private final List<Finding> findings;

    PostsRules(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void find() {
        PlanTimes times = PlanTimes.planned(scenario.plan());
        scenario.plan().forEach((id, step) -> find(id, step, times));
    }

    private void find(String id, PlanStep step, PlanTimes times) {
        Release release = step.release();
        if (release == null) {
            return;
        }
        boolean isEmployed = release.posts().entrySet().stream().anyMatch(posts -> posts.getValue() > scenario.groups().get(posts.getKey()).vacancies() + scenario.groups().get(posts.getKey()).agency());
        if (isEmployed && !release.morale().any()) {
            findings.add(Finding.note(
                    MORALE_UNSAID,
                    "plan." + id + ".release",
                    "nobody is taken to leave of themselves, or to be ill more often, before the last has gone",
                    "write morale: {leave: {value: 10 %, range: [0 %, 25 %]}, away: {value: 2 %, range: [0 %, 5 %]}}, with your own numbers"));
        }
        LocalDateTime last = Exits.last(step.exits());
        if (last != null && !last.isBefore(scenario.time().ends())) {
            findings.add(Finding.note(EXITS_LATER, "plan." + id + ".release", "the last goes on " + last.toLocalDate() + ", and the run ends on " + scenario.time().ends().toLocalDate(), "make time.length longer, or announce it earlier"));
        }
        findConsultation(id, step, times);
    }

    /** Of a step that has a date as planned. */
    private void findConsultation(String id, PlanStep step, PlanTimes times) {
        LocalDateTime at = times.begins().get(id);
        if (step.release().consultation() == null || at == null) {
            return;
        }
        Map<String, Integer> atRisk = new TreeMap<>(); // by employer
        step.exits().stream()
                .filter(exit -> exit.reason() == Exit.Reason.REDEPLOYED || exit.reason() == Exit.Reason.REDUNDANT)
                .forEach(exit -> atRisk.merge(Exits.employer(scenario, times, exit.group(), at), exit.people(), Integer::sum));
        atRisk.forEach((employer, people) -> {
            int days = Release.consultationDays(people, at.toLocalDate());
            if (step.release().consultation().endFrom(at).isBefore(at.plusDays(days))) {
                findings.add(Finding.note(
                        CONSULTATION_SHORT,
                        "plan." + id + ".release.consultation",
                        people + " people " + (employer.isEmpty() ? "" : "of " + employer + " ") + "are at risk, for whom the law asks for " + days + " days",
                        "write a longer one"));
            }
        });
    }
}
