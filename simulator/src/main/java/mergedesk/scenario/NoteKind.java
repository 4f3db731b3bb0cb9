package mergedesk.scenario;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a note is about: a rule with its threshold, the reason for that, and what to look at. Notes are no faults; they change no number and no exit code.
 *
 * <p>The name of a kind, in small letters, is what {@link Scenario#silence} takes.
 */
public enum NoteKind {
    EVENT_OUTSIDE(
            "All days of an event lie outside the run.",
            "It changes nothing: the year is mistyped, or the run was moved.",
            "Correct `events.….start`, or leave the event out."),
    OUTAGE_OUTSIDE(
            "All of an outage of `outages` lies outside the run.",
            "It changes nothing: the year is mistyped, or the run was moved.",
            "Correct `outages.….from`, or leave the outage out."),
    HOLIDAYS_ABSENT(
            "A run of half a year or more in Europe/London, of desks that are not always open, has no `bank_holidays`.",
            "England and Wales have eight or more a year, on which a desk would be open and staffed in vain.",
            "Write `bank_holidays: {region: england_and_wales}`."),
    HOLIDAYS_END(
            "The dates of `bank_holidays`, without a region, end more than six months before the run does.",
            "The longest gap between bank holidays of England and Wales is four months (August to December).",
            "Add the dates of the last year, or write the region."),
    TALK_UNUSUAL(
            "Talk lasts less than 10 s or more than 30 min on average.",
            "Calderdale published 233 to 290 s: a twentieth of that, or six times as much, is a wrong unit rather than a call.",
            "Check the unit: s or min."),
    WRAP_UP_LONG(
            "After-call work lasts more than twice as long as talk, on average.",
            "Our range for it is 20 to 120 s beside 290 s of talk; two different units are likelier.",
            "Check the units of `work` and `after_call`."),
    PATIENCE_UNUSUAL(
            "People wait less than 20 s or more than 1 h on average before they give up.",
            "Published waits and abandonment give 7 to 29 min; twice the longest is an hour.",
            "Check the unit."),
    ANSWER_WITHIN_LONG(
            "The target wait `answer_within` is longer than 10 min.",
            "Councils promise 20 s to 5 min; nearly everybody counts as answered in time.",
            "Check the unit."),
    HOME_FIRST_LONG(
            "`home_first` is as long as the target wait or longer, and a group of another council could help.",
            "Agents of other councils then never answer anybody in time.",
            "Write a shorter `home_first`, or a longer `answer_within`."),
    KEPT_WAITING(
            "After a run: a percentile of a desk's waits is its `home_first`, or `after` of a routing row, to 1 %.",
            "Callers wait so long for some agents, of their own council, although others are idle; the percentile says nothing of how busy the desk is.",
            "Look at `own_council_share` for what it brings, and at a shorter time."),
    CHAT_ONE_AT_A_TIME(
            "Contacts of a flow are chats, and no group that may take them has `chats`.",
            "An agent then has one at a time, as with calls, and needs two or three times as long for all of them as desks that have two or three at once.",
            "Write `chats` for the group, or silence it where that is so."),
    CHATS_UNUSED(
            "A group has `chats`, and no chat comes to it.",
            "The rule changes nothing.",
            "Give a flow a channel of `kind: chat`, or remove the rule."),
    MESSAGE_NEVER(
            "`message.after` is no shorter than the longest patience of the flow, where that has a longest: constant, uniform, triangular, pert or empirical.",
            "Everybody has gone by then, and nobody ever leaves a message.",
            "Write a shorter wait, or leave `message` out."),
    QUEUE_CAPACITY_NEVER(
            "A desk whose live contacts are all calls has a `queue_capacity` that is no smaller than its `lines`.",
            "Whoever waits has a line, so that callers are blocked by the lines before so many wait.",
            "Write fewer than there are lines, or leave it out."),
    BALK_FALLS(
            "`balk_at` has a smaller chance for more people who wait.",
            "A longer queue then turns fewer people round; each number holds from so many on, until the next.",
            "Check the order; write chances that rise."),
    TICKET_MACHINE_UNUSED(
            "A desk has `ticket_machine: false`, and nobody comes to a counter there.",
            "It changes nothing: calls and chats stand in no single file.",
            "Give a flow a channel of `kind: counter`, or remove the key."),
    SELF_SERVICE_UNUSED(
            "A channel of `kind: self_service` that no flow's people try, or that is never open when any of them come.",
            "Nobody is contained, and everybody comes to a desk at once.",
            "Write `self_service: {channel: …}` for a flow, another `opening`, or remove the channel."),
    RETRY_NEVER(
            "`retry.after` names `disconnected`, and the flow's desk cuts nobody off.",
            "Nobody tries again for that; people who wait at closing time are served, or wait until the desk opens.",
            "Write `at_close: disconnect` for the desk, or remove the word."),
    RESPONSE_LATER(
            "`respond_within` is longer than `resolve_within`, on the same clock, of a flow or of a priority of tickets.",
            "Whatever is finished in time has been taken up in time: the target for the first answer asks for nothing.",
            "Check whether the two are exchanged; or leave `respond_within` out."),
    ROWS_ALIKE(
            "Two flows have the same council, service, channel and desk.",
            "Their rows in kpis.csv and in tables have the same names, and nobody can tell which is which; a flow of deferred work that `message` or `self_service` becomes often is the second.",
            "Give one of them a service or a channel of its own, such as `voicemail: {kind: deferred}`."),
    CHATS_TOO_MANY(
            "Agents with several chats at once do less of all of them, number × speed, than with fewer.",
            "Agents take as many as they may: more people make everybody slower, the more of them the slower. Speeds that were measured as minutes, or for all chats together, look so.",
            "Check `speed_by_load`, the speed of each chat; or write the number for which number × speed is most as `most`."),
    MAINTENANCE_FROZEN(
            "A window of maintenance that happens once touches a day of a change freeze.",
            "It does not happen, and is not moved.",
            "Write another time, or shorten the freeze."),
    CHANNEL_UNUSED(
            "A group takes a channel by which no flow of its desk comes.",
            "It changes nothing.",
            "Send a flow there, or remove it from `channels`."),
    RETRY_ENDLESS(
            "People try again without a limit, with a chance of 90 % or more, after abandoning or being blocked.",
            "A desk that is full has ten attempts or more for each person, and with 100 % attempts without end.",
            "Write a `limit`, such as 5, or a smaller probability."),
    VOLUME_APART(
            "A flow has more than 20 times, or less than a 20th of, the volume that is usual among at least two others of its service; per head where all populations are known.",
            "Published volumes per head differ by a factor of 6 (0.27 to 1.72 a year); a volume of a year as one of a month gives 12, thousands that were lost 1,000.",
            "Check the number and its unit."),
    VOLUME_PER_HEAD(
            "A council has more than 10 calls a year for each resident.",
            "English councils publish 0.27 to 1.72 (Norfolk, Swindon).",
            "Check `population` and the units of the volumes."),
    GROWTH_UNUSUAL(
            "A volume grows or falls by more than 30 % a year.",
            "Leeds fell by 4 %, South Cambridgeshire rose by 15 %.",
            "Check whether a growth over several years was meant."),
    EVENT_LARGE(
            "An event multiplies a day by more than 10.",
            "Winchester's shock of October 2011 was 2.8 times a month, council tax billing is 1.2 to 1.6 times.",
            "Check whether percent was meant: 150 % more is 2.5."),
    BUSYNESS_LARGE(
            "A daily factor of `busyness` has a coefficient of variation above 50 %.",
            "Published counts give 5 to 15 %.",
            "Check the number: 0.07 is 7 %."),
    COST_UNUSUAL(
            "An agent costs less than £5,000 or more than £150,000 a year.",
            "Council advisers cost £25,000 to £50,000 with on-costs (an assumption).",
            "Write the cost of one agent for a year."),
    SHIFT_WITHOUT_BREAK(
            "A shift of more than six hours has no break.",
            "Working Time Regulations 1998, regulation 12: 20 minutes.",
            "Add `breaks`, or agents who are too many."),
    PROFILE_DAY_MISSING(
            "A desk is open on a day of the week for which a profile, or its CSV file, has no weight.",
            "Nobody calls on that day, and the others take its calls.",
            "Add the column or the day, or close the desk."),
    FEW_REPLICATIONS(
            "A run has fewer than " + NoteKind.FEW + " observations: replications, or batches of all of them.",
            "Intervals take Student's t for n - 1: 12.7 standard errors with two, 2.8 with five, 2.4 with eight, 2.0 with many.",
            "Leave `runs.replications` out, or give 20 or more."),
    PERIOD_UNFINISHED(
            "A target asks for every month or week, and the run has no whole one.",
            "It is judged over all of the time; one with `from` or `until`, not at all.",
            "Give a longer `time.length`, from the first of a month or a Monday."),
    OPEN_WITHOUT_AGENTS(
            "A desk is open while nobody is planned to be there; breaks count.",
            "Callers wait in vain.",
            "Change `opening`, or add agents for that time."),
    NO_SKILL_PRESENT(
            "More than 1 % of a flow's calls come while others are at work, but nobody who may take it.",
            "They wait until somebody comes.",
            "Check skills, routing rows and the hours of these groups."),
    CALLS_WHILE_CLOSED(
            "More than 5 % of a flow's calls come while its desk is closed.",
            "They are turned away and count as such. The profile `flat` is the same by night.",
            "Give a profile of the opening hours, or other hours."),
    STAFF_WHILE_CLOSED(
            "More than 10 % of a group's hours lie outside its desk's opening hours.",
            "They are paid, and count as idle. The last number of a staffing table holds until midnight.",
            "End the table with 0 at closing time."),
    GROUP_EMPTY(
            "A group has no agent at any time of the run.",
            "It changes nothing.",
            "Give it agents, or leave it out."),
    POSTS_FEW(
            "Agents of a group with `posts` are there for more hours a week at the start than the people who fill these have: 37 each.",
            "Staffing then is of more people than there are, and falls too far with those who go.",
            "Count vacant posts and those of agency staff, too, or check `staffing`."),
    CONSULTATION_SHORT(
            "A step of the plan states a shorter `consultation` than the law asks for when so many people of an employer are at risk in it.",
            "Below 20 at risk the law names no least time; from 20 on it is 30 days, from 100 on 45 (90 before 6 April 2013), for each establishment.",
            "Write a longer one, or silence it where the establishments are several."),
    EXITS_LATER(
            "People whose posts a step of the plan ends go only after the run has ended, as planned.",
            "Staff, cost and service of the run are not yet those after them.",
            "Make `time.length` longer, or announce it earlier."),
    MORALE_UNSAID(
            "A step of the plan ends posts of people who are employed, and says no `morale`.",
            "Nobody then leaves of themselves, or is away more often, before the last has gone: the best case.",
            "Write `morale: {leave: …, away: …}` with ranges, or silence it."),
    LINES_FEW(
            "More agents are planned at a time than the desk has lines.",
            "An agent talks on a line; those beyond can only finish after-call work.",
            "Check `lines`."),
    OVERLOADED(
            "In some hour more work comes, talk and after-call work of all who call, than the agents planned can do.",
            "The queue grows until people give up: arrival rate × handle time above agents, in Erlang. Busyness and retries come on top.",
            "Plan more agents at that time; *The week*, in the report of a run, shows the service level by weekday and time."),
    APPLICATION_OVERLOADED(
            "In some hour more work of people comes that needs an application than agents can do while it answers them; or more of all work in the run, where deferred work needs it.",
            "It slows with each contact in service: n of them together do n × (1 − n × transactions ÷ capacity) of what one does alone, or n ÷ `slowest`. Taken is the number of agents planned who do most; where they are too few for the work anyway, the number that would.",
            "Check `capacity` and `response`; more agents at once make it slower."),
    CREWS_FEW(
            "Failures ask a pool of `repair_crews` for more hours of repair than it has, on average.",
            "Repair ÷ (time to the next failure + repair), of all that they repair, is what would be under way if none waited; with fewer something broken always waits, and outages are as long as the queue of repairs.",
            "Plan more crews, or more hours of agents whose `flow` repairs are; or check `every` and `repair`."),
    DEFERRED_GROWS(
            "More deferred work comes to a desk during the run than its agents have time for beside people.",
            "The backlog grows to the end of the run. Time with people and deferred work that only some groups may do, of tickets all parts and what comes back for certain, over their time at work at the best speed of each.",
            "Plan more agents, also outside opening hours; or take the growth for what it is."),
    DEFERRED_NEVER_BEGINS(
            "Agents of a group may take deferred work, and their `blend` never lets them: there are never more of them than its `reserve`, or `share` or `below_occupancy` of them is less than one agent.",
            "Work comes and nobody does it, however idle the group is: the service level of calls looks well, and the backlog grows to the end of the run. Planned agents; who is busy makes it fewer.",
            "Check `reserve`, `share` and `below_occupancy`; or take deferred work away from the group by `channels`."),
    TICKET_PEOPLE_MANY(
            "Tickets of a priority want more `people` than agents who may take them are ever planned at a time.",
            "So many never work on one: it goes on as fast as those who are there.",
            "Check the number, and the groups that may take these tickets."),
    CAMPAIGN_NEVER_DIALS(
            "A campaign dials nobody: in its hours there are never more agents who take part than its `reserve`, or `overdial` makes less than one dial of those beyond.",
            "It costs nothing and reaches nobody. Planned agents; who is busy makes it fewer.",
            "Check `hours`, `groups`, `reserve` and `overdial`."),
    TARGET_OUT_OF_REACH(
            "A target for `answer_rate` or `sl_answered_of_offered` is more than 5 points above what agents could do who are never idle.",
            "Calls that they can answer on each day, those first that take the shortest on average, over calls that come.",
            "More agents, or another target."),
    PLAN_LARGE(
            "A scenario has more than 30 million pairs of an interval of its dates and a kind of flows (a year of half-hours with 1,700), or more than 5 million days of agents with shifts.",
            "Comparing work and agents would take more than a second or two; it was done for the first desks only, or none, and for no target.",
            "Check a shorter `time.length`, or longer intervals."),
    MEANING_CHANGED(
            "A target is on a measure that meant something else until November 2026.",
            "`occupancy` left after-call work out.",
            "Look whether the bound was meant so."),
    TABLE_UNDERSTOOD(
            "A CSV file writes otherwise than the language: separators, decimals, dates, letters.",
            "It was read in the only way in which all of it makes sense.",
            "Look whether that is right."),
    TRACE_OUTSIDE("Some recorded contacts do not come in the run.", "They are left out.", "Look at `time.start` and `time.length`."),
    TRACE_MOVED("Contacts were counted in intervals in part of which the desk is closed.", "They come in the open part.", "Look at the opening hours."),
    TRACE_CLOSED("Some recorded contacts come while the desk is closed.", "They are turned away.", "Look at the opening hours."),
    TRACE_GAPS("The file says nothing about some time in which the desk is open.", "Nobody comes then.", "Look whether rows are missing."),
    TRACE_TWICE("Recorded times come twice as the clocks go back.", "They are taken for the first.", "Nothing, when these are few."),
    TRACE_UNCHANGED("Busyness, events or bank holidays concern recorded contacts.", "They come as they were recorded.", "Nothing, when that is meant."),
    TRACE_RETRIES("Recorded contacts have `retry`.", "They are taken for first attempts, and redials may be in the file.", "Leave redials out of the file, or remove `retry`."),
    SILENCE_IDLE(
            "A name under `silence`, in the file that is checked, has no note to silence; those of a file that it extends are judged there.",
            "What it was for has gone, and a new note of that name would be missed.",
            "Remove the line.");

    /** Observations from which on there is no note of {@link #FEW_REPLICATIONS}: Student's t makes intervals a fifth wider than with many. */
    public static final int FEW = 8;

    private final String rule;
    private final String why;
    private final String todo;

    NoteKind(String rule, String why, String todo) {
        this.rule = rule;
        this.why = why;
        this.todo = todo;
    }

    /** The name by which scenarios silence it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name. */
    public static Optional<NoteKind> byId(String id) {
        return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Whether only a run can show it, so that a scenario that silences it may have no such note before. */
    public boolean isOfRun() {
        return this == KEPT_WAITING;
    }

    /** When a note is given. */
    public String rule() {
        return rule;
    }

    /** What follows, or where the threshold comes from. */
    public String why() {
        return why;
    }

    /** What to do. */
    public String todo() {
        return todo;
    }
}
