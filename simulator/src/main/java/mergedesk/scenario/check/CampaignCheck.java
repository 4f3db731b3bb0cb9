package mergedesk.scenario.check;

import mergedesk.scenario.AgentGroup;
import mergedesk.scenario.Campaign;
import mergedesk.scenario.Scenario;
import mergedesk.scenario.tree.Places;

/** Whether campaigns have who calls, what their mode needs, and no other. */
final class CampaignCheck {
    private static final int MOST = 1_000;
    private static final double SHORTEST_DIAL_SECONDS = 1;

    private final Scenario scenario;
    private final Places places;
    private final DistributionCheck distributions;

    CampaignCheck(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        distributions = new DistributionCheck(places);
    }

    void check() {
        if (scenario.campaigns().size() > MOST) {
            places.fault("campaigns", "more than 1,000 campaigns", "join those that call alike");
        }
        scenario.campaigns().forEach((id, campaign) -> {
            String path = "campaigns." + id;
            if (scenario.flows().containsKey(id)) {
                places.faultAtKey(path, "a flow has this name, too", "call one of the two otherwise");
            } else if (scenario.channels().containsKey(id)) {
                places.faultAtKey(path, "a channel has this name, too, and a campaign is one in results", "call one of the two otherwise");
            }
            checkGroups(campaign, path);
            checkAnswers(campaign, path);
            checkMode(campaign, path);
            distributions.checkTimeless(campaign.dialling(), path + ".dialling");
            distributions.checkTimeless(campaign.review(), path + ".review");
            distributions.check(campaign.work(), path + ".work");
            distributions.checkTimeless(campaign.afterCall(), path + ".after_call");
            checkDialling(campaign, path + ".dialling");
        });
    }

    private void checkGroups(Campaign campaign, String path) {
        boolean any = false;
        for (int i = 0; i < campaign.groups().size(); i++) {
            AgentGroup group = scenario.groups().get(campaign.groups().get(i));
            if (group != null && campaign.desk() != null && !campaign.desk().equals(group.desk()) && places.sound("groups." + campaign.groups().get(i) + ".desk")) {
                places.fault(path + ".groups[" + i + "]", "the group works at desk " + group.desk() + ", and the campaign is of " + campaign.desk(), "name groups of that desk");
            }
            any = true;
        }
        if (!any && places.written(path + ".groups")) {
            places.fault(path + ".groups", "there is no group", "name one, or remove the key: all groups with the skill take part then");
            return;
        }
        if (!any && scenario.desks().containsKey(campaign.desk()) && places.sound("groups") && scenario.groups().values().stream().noneMatch(group -> group.isFor(campaign.desk(), campaign.service()))) {
            places.fault(path + ".desk", "no group of desk " + campaign.desk() + " has the skill " + campaign.service(), "add the skill to a group there, or name groups");
        }
    }

    private void checkAnswers(Campaign campaign, String path) {
        boolean once = places.written(path + ".answered");
        boolean byTime = places.written(path + ".answered_by_time");
        if (once == byTime) {
            places.fault(path + (once ? ".answered_by_time" : ".answered"), once ? "answered says it already" : "the chance that somebody answers is missing",
                    once ? "remove one of the two" : "write answered: 30 %, or answered_by_time: {\"09:00\": 25 %, \"17:00\": 40 %}");
        } else if (byTime && campaign.answeredByTime().isEmpty()) {
            places.fault(path + ".answered_by_time", "there is no entry", "write {\"09:00\": 25 %, \"17:00\": 40 %}");
        }
    }

    private void checkMode(Campaign campaign, String path) {
        boolean reviews = places.written(path + ".review");
        if (reviews && campaign.mode() != Campaign.Mode.PREVIEW) {
            places.fault(path + ".review", "only in mode preview an agent looks at the case first", "write mode: preview, or remove review");
        } else if (!reviews && campaign.mode() == Campaign.Mode.PREVIEW) {
            places.fault(path + ".review", "mode preview needs the time for looking at the case", "write review: {low: 20 s, likely: 40 s, high: 3 min}");
        }
        if (places.written(path + ".overdial") && campaign.mode() != Campaign.Mode.PREDICTIVE) {
            places.fault(path + ".overdial", "only in mode predictive there are more dials than agents", "write mode: predictive, or remove overdial");
        }
    }

    /** A list without end whose dials take no time would hold up the clock. */
    private void checkDialling(Campaign campaign, String path) {
        if (campaign.dialling() != null && campaign.dialling().family() != null && places.sound(path) && campaign.dialling().meanSeconds() < SHORTEST_DIAL_SECONDS) {
            places.fault(path, "a dial takes less than 1 s on average", "write 1 s or more");
        }
    }
}
