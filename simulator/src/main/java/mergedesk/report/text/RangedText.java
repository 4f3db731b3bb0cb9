package mergedesk.report.text;

import java.util.HashMap;
import java.util.Map;
import mergedesk.results.PlaceNames;
import mergedesk.results.Scope;
import mergedesk.results.Sensitivity.End;
import mergedesk.results.Sensitivity.Swing;

/** What planners call the numbers of a scenario: talk time for {@code flows.*.work.mean}. */
public final class RangedText {
    private static final Map<String, String> WORDS = new HashMap<>();
    private static final Map<String, Scope.Kind> PLACES = Map.of("councils", Scope.Kind.COUNCIL, "desks", Scope.Kind.DESK, "groups", Scope.Kind.GROUP);

    static {
        WORDS.put("flows.volume", "Calls");
        WORDS.put("flows.volume_per_head", "Calls per head");
        WORDS.put("flows.redials", "Redials among the calls counted");
        WORDS.put("flows.growth", "Growth a year");
        WORDS.put("flows.work.mean", "Talk time");
        WORDS.put("flows.work.cv", "Spread of talk times (cv)");
        WORDS.put("flows.after_call.mean", "Wrap-up");
        WORDS.put("flows.patience.mean", "Patience");
        WORDS.put("flows.patience_in_chat.mean", "Patience in a chat");
        WORDS.put("flows.balk", "Leave at once when told to wait");
        WORDS.put("flows.retry.probability", "Chance of trying again");
        WORDS.put("flows.retry.delay.mean", "Time until the next try");
        WORDS.put("flows.retry.limit", "Tries after the first, at most");
        WORDS.put("councils.population", "Residents");
        WORDS.put("desks.lines", "Lines");
        WORDS.put("desks.answer_within", "Target wait");
        WORDS.put("desks.home_first", "Wait for one’s own council’s agents");
        WORDS.put("groups.staffing", "Agents");
        WORDS.put("groups.chats.most", "Chats of an agent at once");
        WORDS.put("groups.chats.calls_with", "Chats beside which an agent takes calls");
        WORDS.put("groups.cost", "Cost of an agent");
        WORDS.put("bank_holidays.volume", "Calls on bank holidays");
        WORDS.put("busyness.all.cv", "Spread of busy and quiet days (cv)");
        WORDS.put("busyness.council.cv", "Spread of a council’s days (cv)");
        WORDS.put("busyness.service.cv", "Spread of a service’s days (cv)");
    }

    private final PlaceNames names;

    public RangedText(PlaceNames names) {
        this.names = names;
    }

    /** The number in words, its path where there are none; and of what, or of how many. */
    public String name(Swing swing) {
        String[] parts = swing.path().split("\\.", 3);
        boolean inTable = parts.length == 3 && !WORDS.containsKey(swing.path());
        String words = inTable ? WORDS.get(parts[0] + "." + parts[2]) : WORDS.get(swing.path());
        if (words == null) {
            return swing.path() + (swing.numbers() > 1 ? ", " + NumberText.count(swing.numbers()) + " of them" : "");
        }
        if (!inTable) {
            return words;
        }
        return words + (swing.numbers() > 1 ? ", " + NumberText.count(swing.numbers()) + " " + parts[0] : ", " + place(parts[0], parts[1]));
    }

    private String place(String table, String id) {
        return PLACES.containsKey(table) ? names.of(PLACES.get(table), id) : id;
    }

    /** The end of a range; {@code which}: lowest or highest. */
    public static String end(End end, String which) {
        return end.value().isEmpty() ? "each at its " + which : end.value().replace(' ', '\u00a0');
    }
}
