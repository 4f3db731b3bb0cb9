package mergedesk.dsol.reference;

/** The campaigns of a {@link WildScenario}: none in most, of any mode, some with lists that come to an end. */
final class WildCampaigns {
    private final Dice dice;
    private final boolean grid;

    /** {@code grid}: lengths at multiples of a few seconds. */
    WildCampaigns(Dice dice, boolean grid) {
        this.dice = dice;
        this.grid = grid;
    }

    void write(int councils, int services, int desks, WildStaff staff) {
        if (dice.chance(0.7)) {
            return;
        }
        dice.line("campaigns:");
        for (int n = 1 + dice.below(2); n > 0; n--) {
            int desk = dice.below(desks);
            dice.line("  out%d:\n    council: c%d\n    service: s%d\n    desk: d%d", n, dice.below(councils), dice.below(services), desk);
            if (dice.chance(0.5)) {
                dice.line("    list: %d\n    attempts: %d", 1 + dice.below(300), 1 + dice.below(3));
            }
            if (dice.chance(0.5)) {
                dice.line("    hours: {daily: %s}", dice.pick("08:30-11:10", "00:00-24:00", "[\"07:00-09:30\", \"13:00-22:30\"]"));
            }
            dice.line("    mode: %s", dice.pick("progressive", "preview\n    review: " + length(30), "predictive\n    overdial: 1.4", "predictive\n    overdial: 1.7"));
            dice.line("    dialling: %s", length(20));
            dice.line("    %s", dice.pick("answered: 30 %", "answered: 90 %", "answered_by_time: {\"08:07\": 20 %, \"12:00\": 80 %}"));
            dice.line("    reserve: %d\n    work: %s", dice.below(3), length(200));
            if (dice.chance(0.4)) {
                dice.line("    after_call: %s", length(40));
            }
            if (dice.chance(0.3)) {
                dice.line("    groups: [%s]", staff.at(desk));
            }
        }
    }

    private String length(int seconds) {
        return "{distribution: " + (grid ? "constant" : dice.pick("exponential", "constant")) + ", mean: " + (grid ? 10 * (1 + dice.below(seconds / 10)) : seconds) + " s}";
    }
}
