package mergedesk.scenario;

import mergedesk.units.With;

/** What happens when the side on which an application runs goes down and the other is up. The application is down until that side serves. */
public record Failover(
        @Meaning(value = "Time until the other side serves; exponential where only a mean is given.", required = true)
        Distribution takes,

        @Meaning(value = "Chance that it works.", byDefault = "100 %", form = Meaning.Form.SHARE)
        @Limits(least = 0, most = 1)
        double works,

        @Meaning("Time until the other side serves where it does not work, and people do it by hand: instead of takes, all in all. Needed where works is less than 100 %.")
        Distribution otherwise,

        @Meaning(
                value = "When the application goes back to hosts that are up again while the standby serves: at_once; after_hours, as soon as no desk that needs it is open; never, so that it stays until the standby goes down.",
                byDefault = "at_once")
        Back back,

        @Meaning("Time for which the application is down when it goes back; none when absent.")
        Distribution backTakes,

        @Meaning(value = "What goes on until the other side serves.", byDefault = "{}")
        During during,

        @Meaning(
                value = "When both sides were down and the one comes back first that did not serve: fails_over, as ever; serves, at once.",
                byDefault = "fails_over")
        BothDown bothDown) implements With<Failover> {
    /** When an application goes back. */
    public enum Back {
        AT_ONCE,
        AFTER_HOURS,
        NEVER
    }

    /** How an application begins again after both sides were down. */
    public enum BothDown {
        FAILS_OVER,
        SERVES
    }

    /** One that always works, and goes back at once. */
    public static Failover of(Distribution takes) {
        return new Failover(takes, 1, null, Back.AT_ONCE, null, During.USUAL, BothDown.FAILS_OVER);
    }

    /** What goes on during a failover. */
    public record During(
            @Meaning(value = "Whether the repair of what broke starts at once, or waits until the failover is over that followed.", byDefault = "starts")
            Repair repair,

            @Meaning(value = "Whether hosts of the side that is to serve may_fail, or cannot: their clock stands.", byDefault = "may_fail")
            Standby standby) {
        /** Nothing waits for a failover. */
        public static final During USUAL = new During(Repair.STARTS, Standby.MAY_FAIL);

        /** Whether a repair starts during a failover. */
        public enum Repair {
            STARTS,
            WAITS
        }

        /** Whether hosts of the side that is to serve can fail. */
        public enum Standby {
            MAY_FAIL,
            CANNOT
        }
    }
}
