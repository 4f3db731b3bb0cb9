package mergedesk.scenario.tree;

import java.util.Locale;
import mergedesk.scenario.Channel;
import mergedesk.scenario.text.KeysOfKinds;

/** Of what kind the channels of a scenario are, as far as it can be read before anything else is. */
final class Kinds {
    static final String CHANNELS = "channels";

    private final Tree channels;

    Kinds(Tree.Table scenario) {
        channels = scenario.get(CHANNELS);
    }

    /** The defaults of all flows without those that contacts of this flow cannot have. */
    Tree.Table withoutOthers(Tree.Table defaults, Tree flow) {
        Tree.Table some = defaults;
        for (String key : KeysOfKinds.not(kind(defaults, flow))) {
            some = some.without(key);
        }
        return some;
    }

    private Channel.Kind kind(Tree.Table defaults, Tree flow) {
        String own = text(flow, "channel");
        String name = own != null ? own : text(defaults, "channel");
        String kind = channels instanceof Tree.Table table && name != null ? text(table.get(name), "kind") : null;
        for (Channel.Kind known : Channel.Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return known;
            }
        }
        return Channel.Kind.LIVE;
    }

    private static String text(Tree tree, String key) {
        return tree instanceof Tree.Table table && table.get(key) instanceof Tree.Leaf leaf ? leaf.text() : null;
    }
}
