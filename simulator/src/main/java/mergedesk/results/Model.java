package mergedesk.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which desks and channels a scenario has and who answers there: what a reader needs beside the numbers to see what was understood. Who calls, and how many, is in the rows of flows.
 *
 * @param desks by identifier, in the order of the scenario
 * @param channels by identifier, campaigns among them; those by which nothing comes left out
 * @param teams groups of agents, in the order of the scenario, as they are at first
 * @param flows how many flows there are; one that a plan moves has a row for each of its desks, and counts once
 * @param posts where groups work that a plan moves to other desks; none of others
 */
public record Model(List<Desk> desks, List<Channel> channels, List<Team> teams, int flows, List<Post> posts) {
    /** Nothing known. */
    public static final Model NONE = new Model(List.of(), List.of(), List.of(), 0, List.of());

    /** What comes by a channel. */
    public enum Brings {
        /** People who call, and wait until somebody answers. */
        CALLS,
        /** People who come to a counter. */
        VISITS,
        /** People who write, one of several to an agent. */
        CHATS,
        /** Work that waits on a desk. */
        DEFERRED_WORK,
        /** Nobody: agents call people of a list. */
        CAMPAIGN;

        /** Whether people come by it, who wait until somebody answers. */
        public boolean isPeople() {
            return this == CALLS || this == VISITS || this == CHATS;
        }
    }

    /** What all people do who come: calls, visits, chats, or contacts where they do not all do the same. */
    public String contacts() {
        List<String> words = channels.stream().map(Channel::brings).filter(Brings::isPeople).distinct().map(brings -> brings.name().toLowerCase(Locale.ROOT)).toList();
        return words.size() > 1 ? "contacts" : words.isEmpty() ? "calls" : words.get(0);
    }

    /** A channel. */
    public record Channel(String channel, Brings brings) {}

    /** What comes by a channel; calls, when nothing is known of it. */
    public Brings brings(String channel) {
        return channels.stream().filter(known -> known.channel.equals(channel)).map(Channel::brings).findFirst().orElse(Brings.CALLS);
    }

    /**
     * A desk.
     *
     * @param lines telephone lines; empty when unlimited
     */
    public record Desk(String desk, OptionalInt lines) {}

    /**
     * A desk at which a group works for a time.
     *
     * @param share of its paid time
     */
    public record Post(String group, String desk, double share) {}

    /** Where the group works: the share of its paid time by desk. */
    public Map<String, Double> desksOf(Team team) {
        Map<String, Double> desks = new LinkedHashMap<>();
        posts.stream().filter(post -> post.group.equals(team.group)).forEach(post -> desks.put(post.desk, post.share));
        return desks.isEmpty() ? Map.of(team.desk, 1.0) : desks;
    }

    /**
     * A group of agents and what it may take.
     *
     * @param employer council that pays it; empty when none does
     * @param flows flows of its desk that it may take
     * @param ofFlows flows of its desk
     * @param soonestSeconds wait after which it may take those that it may take soonest
     * @param latestSeconds the same of those that it may take latest
     * @param ownFirst whether those that it may take soonest are the flows of its employer, and no others
     * @param passedOn whether others give it tickets
     * @param rank the lowest among the groups from which an arriving contact chooses; 1 first
     */
    public record Team(String group, String desk, String employer, int flows, int ofFlows, double soonestSeconds, double latestSeconds, boolean ownFirst, boolean passedOn, int rank) {}
}
