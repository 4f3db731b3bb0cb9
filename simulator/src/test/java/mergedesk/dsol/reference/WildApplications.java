package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.List;

/** Applications of a generated scenario, and the services that need them. */
final class WildApplications {
    private final Dice dice;
    private final WildEstate estate;

    WildApplications(Dice dice, WildEstate estate) {
        this.dice = dice;
        this.estate = estate;
    }

    void write(int services) {
        int applications = dice.chance(0.5) ? 0 : 1 + dice.below(3);
        if (applications > 0) {
            dice.line("applications:");
        }
        for (int a = 0; a < applications; a++) {
            List<String> keys = estate.keysOf(a);
            if (!dice.chance(0.2)) {
                keys.add(String.format("capacity: %d / min, response: {transactions: 1 / min%s}", 2 + dice.below(12), dice.pick("", ", slowest: 1.6", ", slowest: 3")));
            }
            dice.line("  a%d: {%s}", a, String.join(", ", keys));
        }
        dice.line("services:");
        for (int s = 0; s < services; s++) {
            List<String> needs = new ArrayList<>();
            for (int a = 0; a < applications; a++) {
                if (dice.chance(0.6)) {
                    needs.add("a" + a + ": {" + dice.pick("", "share: 70 %", "share: 20 %") + "}");
                }
            }
            dice.line("  s%d: {name: Thing %d, needs: {%s}}", s, s, String.join(", ", needs));
        }
    }
}
