package mergedesk.scenario;

import java.util.List;
import mergedesk.units.With;

/** How a contact comes. People on live channels wait for an agent; deferred work waits on a desk and nobody hangs up. */
public record Channel(
        @Meaning(value = "Name as it is shown; the key when absent.", byDefault = Meaning.OWN_KEY)
        String name,

        @Meaning(
                value =
                        "live: a call. counter: a person in the room. chat: an agent may have several at once. deferred: work that waits, such as email, web forms and post. self_service: no agent.",
                byDefault = "live")
        Kind kind,

        @Meaning(value = "self_service: when it is available, on bank holidays too: {daily: 06:00-24:00}, or always.", byDefault = "always")
        WeeklyHours opening,

        @Meaning("self_service: applications without which it is not available.")
        List<String> needs) implements With<Channel> {
    /** A channel of calls. */
    public static Channel named(String name) {
        return new Channel(name, Kind.LIVE, WeeklyHours.ALWAYS, List.of());
    }

    /** What a contact by a channel asks of a desk. */
    public enum Kind {
        /** A call: it needs a line, and one agent for itself. */
        LIVE,
        /** A person in the room: no line, but one agent, and sees the queue. */
        COUNTER,
        /** One of several chats of an agent. */
        CHAT,
        /** Work that waits on a desk as long as it takes: email, web form, post, a case. */
        DEFERRED,
        /** No agents: it contains some contacts, and fails others. */
        SELF_SERVICE
    }
}
