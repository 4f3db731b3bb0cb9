package mergedesk.scenario;

import java.time.Duration;
import mergedesk.units.With;

/** A message that people may leave who have waited for some time, and with which they stop waiting. */
public record Message(
        @Meaning(value = "Wait after which a message may be left.", required = true)
        Duration after,

        @Meaning(value = "Share of those still waiting then who leave one; the others wait on, as long as their patience lasts.", required = true, form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double share,

        @Meaning("Flow of deferred work that the message becomes at that moment; when absent nobody deals with it.")
        String becomes) implements With<Message> {}
