package mergedesk.compile;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import mergedesk.program.Campaigns;
import mergedesk.scenario.Campaign;
import mergedesk.scenario.Channel;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Rate;
import mergedesk.scenario.RoutingRow;
import mergedesk.scenario.Scenario;

/** Campaigns: a flow each, behind all others, and what is their own. */
final class CampaignTable {
    private static final int NONE = -1;
    private static final double MILLION = 1e6;

    private CampaignTable() {}

    /** The scenario with a flow for each campaign, to which nobody comes, by a channel of its own, and routing rows of the groups that take part. */
    static Scenario withFlows(Scenario scenario) {
        if (scenario.campaigns().isEmpty()) {
            return scenario;
        }
        Map<String, Flow> flows = new LinkedHashMap<>(scenario.flows());
        List<RoutingRow> rows = new ArrayList<>(scenario.routing());
        scenario.campaigns().forEach((id, campaign) -> {
            flows.put(id, Flow.of(campaign.council(), campaign.service(), campaign.desk(), campaign.work())
                    .with(Flow::channel, id)
                    .with(Flow::volume, new Rate(0, Rate.Per.YEAR))
                    .with(Flow::afterCall, campaign.afterCall())
                    .with(Flow::key, "campaign/" + id));
            rows.addAll(rows(scenario, id, campaign));
        });
        Map<String, Channel> channels = new LinkedHashMap<>(scenario.channels());
        scenario.campaigns().forEach((id, campaign) -> channels.put(id, Channel.named(campaign.name())));
        return scenario.with(Scenario::channels, channels).with(Scenario::flows, flows).with(Scenario::routing, rows);
    }

    /** Of the groups named; or else of all of the desk with the skill, those of the council first, and nobody later: whoever is dialled never waits for {@code home_first}. */
    private static List<RoutingRow> rows(Scenario scenario, String id, Campaign campaign) {
        if (!campaign.groups().isEmpty()) {
            return campaign.groups().stream().map(group -> RoutingRow.of(id, group)).toList();
        }
        return scenario.groups().entrySet().stream()
                .filter(group -> group.getValue().isFor(campaign.desk(), campaign.service()) && scenario.isCleared(group.getValue(), campaign.service()))
                .map(group -> RoutingRow.of(id, group.getKey())
                        .with(RoutingRow::rank, RoutingTable.isHome(group.getValue(), campaign.council()) ? RoutingTable.HOME_RANK : RoutingTable.OTHER_RANK))
                .toList();
    }

    static Campaigns of(Scenario scenario, int flows, LengthTable lengths) {
        List<Campaign> list = List.copyOf(scenario.campaigns().values());
        int[] offset = new int[list.size() + 1];
        List<TreeMap<LocalTime, Double>> answered = list.stream().map(CampaignTable::answered).toList();
        for (int i = 0; i < list.size(); i++) {
            offset[i + 1] = offset[i] + answered.get(i).size();
        }
        return new Campaigns(
                flows - list.size(),
                ints(list, campaign -> campaign.list() == null ? Campaigns.ENDLESS : campaign.list()),
                ints(list, Campaign::attempts),
                ints(list, campaign -> campaign.mode() == Campaign.Mode.PREDICTIVE ? Campaigns.PREDICTIVE : Campaigns.HELD),
                ints(list, campaign -> campaign.review() == null ? NONE : lengths.number(campaign.review())),
                ints(list, campaign -> lengths.number(campaign.dialling())),
                list.stream().mapToLong(campaign -> Math.round(campaign.overdial() * MILLION)).toArray(),
                ints(list, Campaign::reserve),
                offset,
                answered.stream().flatMapToLong(steps -> steps.keySet().stream().mapToLong(WallTime::ticks)).toArray(),
                answered.stream().flatMapToDouble(steps -> steps.values().stream().mapToDouble(Double::doubleValue)).toArray());
    }

    /** From midnight on; the last of the day also before the first. */
    private static TreeMap<LocalTime, Double> answered(Campaign campaign) {
        if (campaign.answered() != null) {
            return new TreeMap<>(Map.of(LocalTime.MIDNIGHT, campaign.answered()));
        }
        TreeMap<LocalTime, Double> steps = new TreeMap<>(campaign.answeredByTime());
        steps.putIfAbsent(LocalTime.MIDNIGHT, steps.lastEntry().getValue());
        return steps;
    }

    private static int[] ints(List<Campaign> campaigns, ToIntFunction<Campaign> column) {
        return campaigns.stream().mapToInt(column).toArray();
    }
}
