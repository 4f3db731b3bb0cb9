package mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mergedesk.FairClock;
import mergedesk.docs.GeneratedTable;
import mergedesk.results.Answer;
import mergedesk.results.Study;
import mergedesk.scenario.NoteKind;
import mergedesk.stats.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no fault and hardly meant so: each kind of note on one side of its threshold, and nothing on the other. */
class NotesTest {
    /** Three districts at one desk, about which there is nothing to note. */
    private static final String DESK = """
            name: Three districts
            time: {start: 2026-04-01, length: 1 year, interval: 60 min}
            councils: {east: {population: 90000}, north: {population: 120000}, west: {population: 60000}}
            services: {tax: , bins: }
            flows:
              east: {council: east, service: tax, desk: main, volume: 20000 / year, profile: office, work: {distribution: exponential, mean: 290 s}, after_call: {distribution: exponential, mean: 60 s}, patience: {distribution: exponential, mean: 15 min}}
              north: {council: north, service: tax, desk: main, volume: 20000 / year, profile: office, work: {distribution: exponential, mean: 290 s}}
              west: {council: west, service: tax, desk: main, volume: 20000 / year, profile: office, work: {distribution: exponential, mean: 290 s}, retry: {probability: 50 %, delay: {distribution: constant, mean: 10 min}}}
              bins: {council: west, service: bins, desk: main, volume: 300 / year, profile: office, work: {distribution: exponential, mean: 290 s}}
            profiles: {office: {mon-fri: {"09:00": 1}}}
            desks: {main: {opening: {mon-fri: 09:00-17:00}, answer_within: 45 s, lines: 40}}
            groups:
              all: {desk: main, employer: east, staffing: 12, cost: £31000 / year}
              taxes: {desk: main, employer: north, skills: [tax], shifts: [{agents: 2, start: "09:00", end: "17:00", breaks: [{at: "12:00", length: 30 min}]}]}
            events: {bills: {start: 2027-03-10, shape: [1.5, 1.3]}}
            bank_holidays: {region: england_and_wales}
            busyness: {all: {cv: 7 %}}
            targets: [{measure: answer_rate, at_least: 90 %}, {measure: sl_answered_of_offered, at_least: 80 %, every: month}]
            """;

    /** Kinds that other tests are about: waits of a run, tables and recorded calls, as CSV files hold them, and measures that changed their meaning. */
    private static final Set<NoteKind> ELSEWHERE = EnumSet.of(
            NoteKind.MEANING_CHANGED, NoteKind.KEPT_WAITING, NoteKind.TABLE_UNDERSTOOD, NoteKind.TRACE_OUTSIDE, NoteKind.TRACE_MOVED, NoteKind.TRACE_CLOSED, NoteKind.TRACE_GAPS,
            NoteKind.TRACE_TWICE, NoteKind.TRACE_UNCHANGED, NoteKind.TRACE_RETRIES);

    private static final String SYSTEM = "applications={crm: {}}; outages={bad: {applications: [crm], ";
    private static final String CALLING =
            "campaigns={out: {council: east, service: tax, desk: main, dialling: {distribution: constant, mean: 20 s}, answered: 30 %, work: {distribution: constant, mean: 3 min}, ";

    private static final String POST = "channels={phone: , post: {kind: deferred}}; flows.bins.channel=post; ";

    /** Calls of ten minutes, 0.40 Erlang in 2,008 hours; who is served makes a transaction a minute. */
    private static final String ONLY_BINS = "flows.bins.volume=5000 / year; flows.bins.work={distribution: constant, mean: 10 min}; services.bins.needs={crm: {}}; events=; ";
    private static final String SLOW = "applications={crm: {capacity: %s / min, response: {transactions: 1 / min, slowest: 40}}}";

    /** Five machines, two thirds of the time broken if somebody repairs them. */
    private static final String MACHINES = "datacentres={site: }; rooms={room: {datacentre: site}}; host_defaults={room: room, failures: {every: {mean: 10 h}, repair: {mean: 20 h}, crew: ict}}; hosts={a: , b: , c: , d: , e: }; applications={crm: {hosts: [a, b, c, d, e]}}; repair_crews={ict: {";

    private static final String TRIES = "flows.east.self_service={channel: web, tries: 10 %, contained: 50 %, delay: {distribution: constant, mean: 10 min}}";

    private static final Answer NOTHING_FOUND =
            new Answer("", "", Measure.byId("occupancy").orElseThrow(), Optional.empty(), true, Optional.empty(), Optional.empty(), List.of(), List.of(), true, "");

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind(NoteKind.EVENT_OUTSIDE, "events.bills.start=2026-03-30", "found \"2026-03-30\": the event lasts to 2026-03-31", "events.bills.start=2026-03-31"),
                kind(NoteKind.EVENT_OUTSIDE, "events.bills.start=2027-04-01", "the run is from 2026-04-01 to 2027-03-31", "events.bills.start=2027-03-31"),
                kind(NoteKind.OUTAGE_OUTSIDE, SYSTEM + "from: 2027-04-01T00:00, lasts: 1 h}}", "outages.bad.from: found \"2027-04-01T00:00\": the outage lasts to 2027-04-01T01:00, the run is from", SYSTEM + "from: 2027-03-31T23:59, lasts: 1 h}}"),
                kind(NoteKind.OUTAGE_OUTSIDE, SYSTEM + "from: 2026-03-31T23:00, lasts: 1 h}}", "so that it changes nothing", SYSTEM + "from: 2026-03-31T23:00, lasts: 61 min}}"),
                kind(NoteKind.HOLIDAYS_ABSENT, "bank_holidays=", "the run knows no bank holiday", "bank_holidays=; time.zone=UTC"),
                kind(NoteKind.HOLIDAYS_END, "bank_holidays={dates: [2026-09-29]}", "the last date is 2026-09-29, and the run ends on 2027-03-31", "bank_holidays={dates: [2026-09-30]}"),
                kind(NoteKind.HOLIDAYS_END, "bank_holidays={volume: 0 %}", "there is no date and no region", "bank_holidays={dates: [2026-12-25]}"),
                kind(NoteKind.TALK_UNUSUAL, "flows.bins.work.mean=31 min", "found \"31 min\": talk lasts 31 min on average", "flows.bins.work.mean=30 min"),
                kind(NoteKind.TALK_UNUSUAL, "flows.east.work.mean=9 s; flows.east.after_call=", "talk lasts 9 s", "flows.east.work.mean=10 s; flows.east.after_call="),
                kind(NoteKind.TALK_UNUSUAL, "flows.bins.work={by_time: {\"00:00\": {distribution: constant, mean: 3 min}, \"12:00\": {distribution: uniform, low: 30 min, high: 60 min}}}", "flows.bins.work.by_time.12:00: talk lasts 45 min", "flows.bins.work={by_time: {\"00:00\": {distribution: constant, mean: 3 min}}}"),
                kind(NoteKind.WRAP_UP_LONG, "flows.east.after_call.mean=10 min", "after-call work lasts 10 min on average, and talk 4.83 min", "flows.east.after_call.mean=580 s"),
                kind(NoteKind.PATIENCE_UNUSUAL, "flows.east.patience.mean=15 s", "people wait 15 s on average", "flows.east.patience.mean=20 s"),
                kind(NoteKind.PATIENCE_UNUSUAL, "flows.east.patience.mean=15 h", "people wait 15 h on average", "flows.east.patience.mean=60 min"),
                kind(NoteKind.ANSWER_WITHIN_LONG, "desks.main.answer_within=11 min", "counts as answered in time", "desks.main.answer_within=10 min"),
                kind(NoteKind.HOME_FIRST_LONG, "desks.main.home_first=45 s", "too late for the target wait of 45 s", "desks.main.home_first=44 s"),
                kind(NoteKind.CHAT_ONE_AT_A_TIME, "channels={phone: , web: {kind: chat}}; flows.bins.channel=web", "flows.bins.channel: found \"web\": an agent has one of these chats at a time", "channels={phone: , web: {kind: chat}}; flows.bins.channel=web; groups.all.chats={most: 1}"),
                kind(NoteKind.CHAT_ONE_AT_A_TIME, "channels={phone: , web: {kind: chat}}; flows.bins.channel=web; groups.taxes.chats={most: 1}; silence.chats_unused=skills", "flows.bins.channel", "channels={phone: , web: {kind: chat}}; flows.bins.channel=web; groups.taxes.chats={most: 1}; groups.taxes.skills="),
                kind(NoteKind.CHATS_UNUSED, "groups.all.chats={most: 1}", "groups.all.chats: no chat comes to this group", "channels={phone: , web: {kind: chat}}; flows.bins.channel=web; groups.all.chats={most: 1}"),
                kind(NoteKind.MESSAGE_NEVER, "flows.east.patience={distribution: constant, mean: 3 min}; flows.east.message={after: 3 min, share: 30 %}", "flows.east.message.after: found \"3 min\": nobody leaves a message, as nobody waits longer than 3 min", "flows.east.patience={distribution: constant, mean: 181 s}; flows.east.message={after: 3 min, share: 30 %}"),
                kind(NoteKind.MESSAGE_NEVER, "flows.east.patience={by_time: {\"00:00\": {low: 1 min, likely: 2 min, high: 4 min, shift: 1 min}, \"12:00\": {mixture: [{share: 50 %, length: {distribution: empirical, values: [1 min, 6 min]}}, {share: 50 %, length: {distribution: constant, mean: 2 min}}]}}}; flows.east.message={after: 6 min, share: 30 %}", "nobody waits longer than 6 min", "flows.east.patience={by_time: {\"00:00\": {low: 1 min, likely: 2 min, high: 4 min, shift: 1 min}, \"12:00\": {mixture: [{share: 50 %, length: {distribution: exponential, mean: 1 min}}, {share: 50 %, length: {distribution: constant, mean: 2 min}}]}}}; flows.east.message={after: 6 min, share: 30 %}"),
                kind(NoteKind.QUEUE_CAPACITY_NEVER, "desks.main.queue_capacity=40", "desks.main.queue_capacity: found \"40\": it keeps nobody out: whoever waits has one of the 40 lines", "desks.main.queue_capacity=39"),
                kind(NoteKind.QUEUE_CAPACITY_NEVER, "desks.main.queue_capacity=60", "one of the 40 lines", "channels={phone: , room: {kind: counter}}; flows.bins.channel=room; desks.main.queue_capacity=60"),
                kind(NoteKind.CHATS_TOO_MANY, "channels={phone: , web: {kind: chat}}; flows.bins.channel=web; groups.all.chats={most: 3, speed_by_load: [1, 0.8, 0.4]}", "groups.all.chats.speed_by_load: with 3 at once an agent does 1.2 times the work of one chat at full speed, and with 2 1.6 times", "channels={phone: , web: {kind: chat}}; flows.bins.channel=web; groups.all.chats={most: 3, speed_by_load: [0.9, 0.45, 0.3]}"),
                kind(NoteKind.MAINTENANCE_FROZEN, "applications={crm: }; maintenance={up: {applications: [crm], from: 2027-04-05T23:00, to: 2027-04-06T01:00}}; change_freezes={vote: {from: 2027-04-06, to: 2027-04-07}}",
                        "maintenance.up.from: found \"2027-04-05T23:00\": change_freezes.vote is from 2027-04-06 to 2027-04-07, so that this does not happen",
                        "applications={crm: }; maintenance={up: {applications: [crm], from: 2027-04-05T23:00, to: 2027-04-06T00:00}}; change_freezes={vote: {from: 2027-04-06, to: 2027-04-07}}"),
                kind(NoteKind.APPLICATION_OVERLOADED, ONLY_BINS + SLOW.formatted("1.6"),
                        "applications.crm.capacity: found \"1.6 / min\": in 100 % of the hours in which people need it (2,008 of 2,008) more work comes that needs it than agents can do while it answers them, most often Wed 09:00, on 53 of 53 days; most in the hour from Wednesday 1 April 2026, 09:00: 1.06 times as much", ONLY_BINS + SLOW.formatted("1.7")),
                kind(NoteKind.APPLICATION_OVERLOADED, POST + ONLY_BINS + "flows.bins.volume=20000 / year; " + SLOW.formatted("6"), "applications.crm.capacity: found \"6 / min\": 3,206 hours of work that needs it come in the run, and agents can do 3,012 while it answers them", POST + ONLY_BINS + "flows.bins.volume=20000 / year; " + SLOW.formatted("7")),
                kind(NoteKind.CREWS_FEW, MACHINES + "crews: 3}}", "repair_crews.ict.crews: found \"3\": repairs take 3.3 hours in each hour, if none waits, and crews have 3.0", MACHINES + "crews: 4}}"),
                kind(NoteKind.CREWS_FEW, POST + MACHINES + "flow: bins}}; flows.bins.volume=0 / year", "repair_crews.ict.flow: found \"bins\": repairs take 3.3 hours in each hour, if none waits, and agents who may do them are there for 2.8", POST + MACHINES + "flow: bins}}; flows.bins.volume=0 / year; groups.all.staffing=15"),
                kind(NoteKind.CHANNEL_UNUSED, "channels={phone: , web: }; groups.all.channels=[web, phone]", "groups.all.channels[0]: found \"web\": no flow of desk main comes by this channel", "channels={phone: , web: }; groups.all.channels=[phone]"),
                kind(NoteKind.RETRY_ENDLESS, "flows.west.retry.probability=90 %", "try 10 times on average", "flows.west.retry.probability=89 %"),
                kind(NoteKind.RETRY_ENDLESS, "flows.west.retry.probability=100 %", "try without end", "flows.west.retry.probability=100 %; flows.west.retry.limit=5"),
                kind(NoteKind.VOLUME_APART, "flows.north.volume=700 / year", "flows.north.volume: found \"700 / year\": what is usual among the 2 other flows of service tax, for each resident is 46.7 times this", "flows.north.volume=2000 / year"),
                kind(NoteKind.VOLUME_APART, "flows.east.volume=500000 / year; groups.all.staffing=60; desks.main.lines=200", "what is usual", "flows.east.volume=300000 / year; groups.all.staffing=60; desks.main.lines=200"),
                kind(NoteKind.VOLUME_PER_HEAD, "councils.east.population=2100; councils.west.population=2100; councils.north.population=1900", "each resident calls 10.5 times a year", "councils.east.population=2100; councils.west.population=2100; councils.north.population=2100"),
                kind(NoteKind.GROWTH_UNUSUAL, "flows.bins.growth=40 %", "the volume changes by 40 % in each year", "flows.bins.growth=30 %"),
                kind(NoteKind.EVENT_LARGE, "events.bills.shape=[150]; events.bills.services=[bins]", "the event brings 150 times a day's volume", "events.bills.shape=[10]; events.bills.services=[bins]"),
                kind(NoteKind.BUSYNESS_LARGE, "busyness.all.cv=70 %", "days differ by 70 %", "busyness.all.cv=50 %"),
                kind(NoteKind.COST_UNUSUAL, "groups.all.cost=£3100 / year", "a full-time agent costs £3,100 a year", "groups.all.cost=£5000 / year"),
                kind(NoteKind.SHIFT_WITHOUT_BREAK, "groups.taxes.shifts=[{agents: 2, start: \"09:00\", end: \"15:30\"}]", "the shift lasts 6.5 h and has no break", "groups.taxes.shifts=[{agents: 2, start: \"09:00\", end: \"15:00\"}]"),
                kind(NoteKind.PROFILE_DAY_MISSING, "profiles.office={mon-tue: {\"09:00\": 1}, wed: {\"09:00\": 0}, thu-fri: {\"09:00\": 1}}", "nobody calls on Wednesday, when desk main is open", "profiles.office={mon-fri: {\"09:00\": 1}}"),
                kind(NoteKind.FEW_REPLICATIONS, "runs.replications=7", "7 observations leave wide intervals", "runs.replications=8"),
                kind(NoteKind.PERIOD_UNFINISHED, "time.length=29 days; events=", "has no whole month, so that the target is judged over all of the time", "time.length=30 days; events="),
                kind(NoteKind.PERIOD_UNFINISHED, "time.length=29 days; events=; plan={more: {on: 2026-04-10, change: {desks: {main: {lines: 41}}}}}; targets[1].from=more", "has no whole month, so that nothing of the target is judged", "time.length=30 days; events=; plan={more: {on: 2026-04-10, change: {desks: {main: {lines: 41}}}}}; targets[1].from=more"),
                kind(NoteKind.PERIOD_UNFINISHED, "time.start=2026-04-02; time.length=1 month; events=", "the run from 2026-04-02 to 2026-05-01 has no whole month", "time.start=2026-04-02; time.length=60 days; events="),
                kind(NoteKind.PERIOD_UNFINISHED, "time.length=719 h; events=", "has no whole month", "time.length=721 h; events="),
                kind(NoteKind.PERIOD_UNFINISHED, "time.length=30 days; time.end=cut; time.warm_up=1 day; events=", "the run from 2026-04-02 to 2026-04-30 has no whole month", "time.length=61 days; time.end=cut; time.warm_up=1 day; events="),
                kind(NoteKind.PERIOD_UNFINISHED, "time.length=11 days; events=; targets[1].every=week", "the run from 2026-04-01 to 2026-04-11 has no whole week", "time.length=12 days; events=; targets[1].every=week"),
                kind(NoteKind.DEFERRED_GROWS, "channels={phone: , post: {kind: deferred}}; flows.bins.channel=post; flows.bins.volume=150000 / year; flows.bins.work.mean=10 min", "desks.main: 24,119 hours of deferred work come in the run, and the agents planned have 22,876 beside people", "channels={phone: , post: {kind: deferred}}; flows.bins.channel=post; flows.bins.volume=100000 / year; flows.bins.work.mean=10 min"),
                kind(NoteKind.CAMPAIGN_NEVER_DIALS, CALLING + "reserve: 14}}", "campaigns.out.reserve: found \"14\": at most 14 agents who take part are planned at a time in its hours, and all are left for people who call in", CALLING + "reserve: 13}}"),
                kind(NoteKind.CAMPAIGN_NEVER_DIALS, CALLING + "groups: [taxes], hours: {mon-fri: 06:00-07:00}}}", "campaigns.out: nobody who takes part is planned to be there in its hours", CALLING + "groups: [taxes], hours: {mon-fri: 06:00-09:01}}}"),
                kind(NoteKind.CAMPAIGN_NEVER_DIALS, CALLING + "groups: [taxes], mode: predictive, overdial: 0.4}}", "campaigns.out.overdial: found \"0.4\": at most 2 agents who take part are planned at a time in its hours, too few for one dial", CALLING + "groups: [taxes], mode: predictive, overdial: 0.5}}"),
                kind(NoteKind.BALK_FALLS, "flows.east.balk_at={3: 60 %, 6: 20 %}", "flows.east.balk_at.6: found \"20 %\": fewer turn round when more wait", "flows.east.balk_at={3: 20 %, 6: 60 %}"),
                kind(NoteKind.BALK_FALLS, "flows.east.balk_at={3: 60 %, 6: 20 %, 9: 10 %}; flows.east.balk=30 %", "flows.east.balk_at.6", "flows.east.balk_at={3: 20 %, 6: 10 %}; flows.east.balk=30 %"),
                kind(NoteKind.TICKET_MACHINE_UNUSED, "desks.main.ticket_machine=false", "desks.main.ticket_machine: found \"false\": nobody comes to a counter here", "desks.main.ticket_machine=false; channels={phone: , room: {kind: counter}}; flows.bins.channel=room"),
                kind(NoteKind.SELF_SERVICE_UNUSED, "channels={phone: , web: {kind: self_service}}", "channels.web: nobody tries this self-service", "channels={phone: , web: {kind: self_service}}; " + TRIES),
                kind(NoteKind.SELF_SERVICE_UNUSED, "channels={phone: , web: {kind: self_service, opening: {mon-fri: 20:00-22:00, sat: 09:00-17:00}}}; " + TRIES, "flows.east.self_service: channel web is never open when anybody comes", "channels={phone: , web: {kind: self_service, opening: {mon-fri: 16:59-22:00}}}; " + TRIES),
                kind(NoteKind.RETRY_NEVER, "flows.west.retry.after=[abandoned, disconnected]", "flows.west.retry.after[1]: found \"disconnected\": desk main cuts nobody off", "flows.west.retry.after=[abandoned, disconnected]; desks.main.at_close=disconnect"),
                kind(NoteKind.RESPONSE_LATER, POST + "flows.bins.respond_within=3 working days; flows.bins.resolve_within=2 working days", "flows.bins.respond_within: found \"3 working days\": what is finished in time was taken up in time before", POST + "flows.bins.respond_within=2 working days; flows.bins.resolve_within=2 working days"),
                kind(NoteKind.RESPONSE_LATER, POST + "flows.bins.respond_within=3 h; flows.bins.ticket={by_priority: {3: {resolve_within: 2 h}}}", "flows.bins.ticket.by_priority.3: what is finished", POST + "flows.bins.respond_within=3 h; flows.bins.ticket={by_priority: {3: {resolve_within: 2 working hours}}}"),
                kind(NoteKind.ROWS_ALIKE, "flows.bins.service=tax; flows.bins.volume=20000 / year", "flows.bins: results call it as they call west: the same council, service, channel and desk", "flows.bins.service=tax; flows.bins.volume=20000 / year; channels={phone: , text: }; flows.bins.channel=text"),
                kind(NoteKind.DEFERRED_NEVER_BEGINS, POST + "groups.all.blend={reserve: 12}", "groups.all.blend.reserve: found \"12\": at most 12 agents of the group are planned at a time, and all are left for people, so that none ever takes deferred work up", POST + "groups.all.blend={reserve: 11}"),
                kind(NoteKind.DEFERRED_NEVER_BEGINS, POST + "groups.all.blend={share: 8 %}", "groups.all.blend.share: found \"8 %\": at most 12 agents of the group are planned at a time, and the share for deferred work is never one of them", POST + "groups.all.blend={share: 9 %}"),
                kind(NoteKind.DEFERRED_NEVER_BEGINS, POST + "groups.all.blend={reserve: {mon-fri: {\"09:00\": 12}}}", "groups.all.blend: at most 12 agents of the group are planned at a time, and its rules leave none of them for it", POST + "groups.all.blend={reserve: {mon-fri: {\"09:00\": 12, \"16:59\": 11}}}"),
                kind(NoteKind.TICKET_PEOPLE_MANY, POST + "flows.bins.ticket={by_priority: {3: {people: 13}}}", "flows.bins.ticket.by_priority.3.people: found \"13\": at most 12 agents who may take them are planned at a time", POST + "flows.bins.ticket={by_priority: {3: {people: 12}}}"),
                kind(NoteKind.OPEN_WITHOUT_AGENTS, "desks.main.opening={mon-fri: 09:00-17:00, sat: 09:00-12:00}; profiles.office.sat={\"09:00\": 0.01}; groups.all.staffing={mon-fri: {\"09:00\": 12, \"17:00\": 0}}", "nobody is planned to be there in 153 of 2,161 hours", "runs.seed=2"),
                kind(NoteKind.OPEN_WITHOUT_AGENTS, "groups.all.staffing={mon-thu: {\"09:00\": 12, \"17:00\": 0}, fri: {\"09:00\": 12, \"12:00\": 0, \"12:30\": 12, \"17:00\": 0}}", "the first time on Friday 10 April 2026, 12:00", "runs.seed=2"),
                kind(NoteKind.NO_SKILL_PRESENT, "groups.all.staffing={mon-fri: {\"13:00\": 14, \"17:00\": 0}}; groups.taxes.shifts[0].agents=12; groups.taxes.shifts[0].breaks[0].at=14:00", "flows.bins: 50 % of the calls come while others are at work", "groups.all.staffing={mon-fri: {\"09:00\": 14, \"17:00\": 0}}; groups.taxes.shifts[0].agents=12"),
                kind(NoteKind.CALLS_WHILE_CLOSED, "flows.bins.profile=flat", "76 % of the calls come while desk main is closed", "runs.seed=2"),
                kind(NoteKind.STAFF_WHILE_CLOSED, "groups.all.staffing={mon-fri: {\"09:00\": 12}}", "groups.all.staffing: 47 % of the group's hours are while the desk is closed", "groups.all.staffing={mon-fri: {\"09:00\": 12, \"17:30\": 0}}"),
                kind(NoteKind.GROUP_EMPTY, "groups.taxes.shifts[0].agents=0", "the group has no agent at any time of the run", "groups.taxes.shifts[0].agents=1"),
                kind(NoteKind.POSTS_FEW, "groups.all.posts=13; groups.all.vacancies=1", "groups.all.posts: found \"13\": 12 people fill its posts at the start, and its agents are there for 480 hours a week, which 13.0 full-time people have", "groups.all.posts=13"),
                kind(NoteKind.CONSULTATION_SHORT, "groups.all.posts=40; plan={cut: {on: 2026-05-01, release: {posts: {all: 20}, consultation: 29 days, morale: {leave: 1 %}}}}", "plan.cut.release.consultation: found \"29 days\": 20 people of east are at risk, for whom the law asks for 30 days", "groups.all.posts=40; plan={cut: {on: 2026-05-01, release: {posts: {all: 19}, consultation: 29 days, morale: {leave: 1 %}}}}"),
                kind(NoteKind.EXITS_LATER, "groups.all.posts=20; plan={cut: {on: 2027-02-01, release: {posts: {all: 1}, morale: {leave: 1 %}}}}", "plan.cut.release: the last goes on ", "groups.all.posts=20; plan={cut: {on: 2026-05-01, release: {posts: {all: 1}, morale: {leave: 1 %}}}}"),
                kind(NoteKind.MORALE_UNSAID, "groups.all.posts=20; plan={cut: {on: 2026-05-01, release: {posts: {all: 1}}}}", "plan.cut.release: nobody is taken to leave of themselves", "groups.all.posts=20; plan={cut: {on: 2026-05-01, release: {posts: {all: 1}, morale: {leave: 1 %}}}}"),
                kind(NoteKind.LINES_FEW, "desks.main.lines=13", "14 agents are planned at a time, and 13 can talk", "desks.main.lines=14"),
                kind(NoteKind.SILENCE_IDLE, "silence.talk_unusual=planning", "there is no such note to silence any more", "silence.talk_unusual=planning; flows.bins.work.mean=40 min"));
    }

    private static Arguments kind(NoteKind kind, String beyond, String said, String within) {
        return Arguments.of(kind, beyond, said, within);
    }

    private static List<String> notes(String sets) {
        ScenarioFile file = ScenarioFile.of(DESK, Path.of("desk.yaml")).varying().with(sets.split("; "));
        assertThat(file.faults()).isEmpty();
        return file.notes();
    }

    @Test
    void saysNothingOfWhatIsUsual() {
        assertThat(notes("runs.seed=2")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void notesWhatIsBeyond(NoteKind kind, String beyond, String said, String within) {
        assertThat(notes(beyond)).singleElement().asString().contains(said).endsWith(" [" + kind.id() + "]");
        assertThat(notes(within)).isEmpty();
    }

    /** Numbers by hand: a third of the work can be done, and so a target of 90 % cannot be met; in a lunch hour and on days of bills there is too much. */
    @Test
    void notesMoreWorkThanAgents() {
        String sets = "flows.east.volume=250000 / year; flows.north.volume=250000 / year; flows.west.volume=250000 / year; flows.east.after_call=; desks.main.lines=400";
        List<String> few = notes(sets + "; groups.all.staffing=10; groups.taxes.shifts[0].agents=0; silence.group_empty=not here; silence.overloaded=not here");
        // 750,300 calls of 290 s, without ten bank holidays of 261 working days, are 58,125 h; ten agents for 251 days of 8 h are 20,080 h.
        assertThat(few).hasSize(2).allMatch(note -> note.endsWith("[target_out_of_reach]"))
                .first().asString().startsWith("desk.yaml:18:44: targets[0].at_least: found \"90 %\": agents who are never idle could answer 34 % of the calls that come, the shortest first");
        List<String> busy = notes(sets + "; groups.all.staffing={mon-fri: {\"09:00\": 36, \"12:00\": 26, \"13:00\": 36, \"17:00\": 0}}; groups.taxes.shifts[0].agents=0; silence.group_empty=not here");
        // 28.9 Erlang on an ordinary day: too many for 26 agents from 12 to 1, on 251 days; and on the two days of bills, of 43.4 and 37.6, for 36 in the other seven hours.
        assertThat(busy).singleElement().asString()
                .startsWith("desk.yaml:11:15: desks.main: in 13 % of its staffed hours (265 of 2,008) more work comes than the agents planned can do, most often Wed 12:00, on 53 of 53 days; "
                        + "most in the hour from Wednesday 10 March 2027, 12:00: 1.67 times as much; plan more agents at that time")
                .endsWith("[overloaded]");
    }

    /** A hundred calls of a minute and twenty of half an hour come in each hour, for three agents: a quarter of the work, and 102.67 of 120 calls. */
    @Test
    void shortCallsAreAnsweredFirst() {
        String desk = """
                name: t
                time: {start: 2026-04-06, length: 1 week, interval: 60 min}
                councils: {c: }
                services: {short: , long: }
                flow_defaults: {council: c, desk: main, profile: office}
                flows:
                  short: {service: short, volume: 4000 / week, work: {distribution: constant, mean: 40 s}, after_call: {distribution: constant, mean: 20 s}}
                  long: {service: long, volume: 800 / week, work: {distribution: constant, mean: 30 min}}
                profiles: {office: {mon-fri: {"09:00": 1, "10:00": 1, "11:00": 1, "12:00": 1, "13:00": 1, "14:00": 1, "15:00": 1, "16:00": 1}}}
                desks: {main: {opening: {mon-fri: 09:00-17:00}}}
                groups: {all: {desk: main, staffing: 3}}
                silence: {overloaded: so}
                targets: [{measure: answer_rate, at_least: %s}]
                """;
        assertThat(ScenarioFile.of(desk.formatted("90 %"), Path.of("desk.yaml")).notes()).isEmpty();
        assertThat(ScenarioFile.of(desk.formatted("91 %"), Path.of("desk.yaml")).notes()).singleElement().asString().contains("could answer 86 % of the calls").endsWith("[target_out_of_reach]");
        String byTime = desk.formatted("91 %").replace("work: {distribution: constant, mean: 30 min}", "work: {by_time: {\"00:00\": {distribution: constant, mean: 20 s}, \"13:00\": {distribution: constant, mean: 30 min}}}");
        assertThat(ScenarioFile.of(byTime, Path.of("desk.yaml")).notes()).as("short by morning").isEmpty();
    }

    /** Only check judges what is silenced, and only what stands in the file that is checked. */
    @Test
    void silencesAreJudgedWhereTheyStand(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("base.yaml"), DESK + "runs: {replications: 3}\nsilence: {few_replications: a try, overloaded: so}\n");
        Files.writeString(folder.resolve("cured.yaml"), "extends: base.yaml\nruns: {replications: 20}\n");
        Files.writeString(folder.resolve("own.yaml"), "extends: base.yaml\nsilence: {group_empty: gone}\n");
        ScenarioFile base = ScenarioFile.read(folder.resolve("base.yaml"), List.of());
        assertThat(base.notes()).singleElement().asString().contains("silence.overloaded");
        assertThat(ScenarioFile.read(folder.resolve("cured.yaml"), List.of()).notes()).isEmpty();
        assertThat(ScenarioFile.read(folder.resolve("own.yaml"), List.of()).notes()).singleElement().asString().startsWith(folder.resolve("own.yaml") + ":2:").contains("silence.group_empty");
        assertThat(base.notesOnRun()).isEmpty();
        assertThat(base.notesOnRun(RunNotes.asked(base.scenario(), 50))).isEmpty();
    }

    /** What is said of the threshold is what is done. */
    @Test
    void fewReplicationsAreAsFewAsTheTextSays() {
        String said = NoteKind.FEW_REPLICATIONS.rule().replaceAll("\\D+", "");
        int few = Integer.parseInt(said);
        assertThat(notes("runs.replications=" + (few - 1))).hasSize(1);
        assertThat(notes("runs.replications=" + few)).isEmpty();
    }

    /** What a group that is twice as fast does counts twice, and a closed hour nothing. */
    @Test
    void agentsAreTakenAtTheirSpeed() {
        String sets = "flows.east.volume=250000 / year; flows.north.volume=250000 / year; flows.west.volume=250000 / year; flows.east.after_call=; desks.main.lines=400; events=; "
                + "groups.taxes.shifts[0].agents=0; silence.group_empty=not here; ";
        assertThat(notes(sets + "groups.all.staffing=15; groups.all.speed={tax: 2, bins: 1.9}")).isEmpty();
        assertThat(notes(sets + "groups.all.staffing=14; groups.all.speed={tax: 2, bins: 1.9}")).singleElement().asString().contains("in 100 % of its staffed hours (2,008 of 2,008)").endsWith("[overloaded]");
    }

    @Test
    void everyKindHasItsTest() {
        Set<NoteKind> tested = kinds().map(arguments -> (NoteKind) arguments.get()[0]).collect(Collectors.toCollection(() -> EnumSet.noneOf(NoteKind.class)));
        tested.addAll(ELSEWHERE);
        tested.addAll(List.of(NoteKind.OVERLOADED, NoteKind.TARGET_OUT_OF_REACH, NoteKind.PLAN_LARGE));
        assertThat(tested).isEqualTo(EnumSet.allOf(NoteKind.class));
    }

    @Test
    void silencesByNameOnlyWhatExists() {
        assertThat(faults("silence.talk_unusal=long"))
                .containsExactly("--set silence.talk_unusal=long: silence.talk_unusal: found \"talk_unusal\": no note has this name; did you mean 'talk_unusual'?");
        assertThat(faults("silence={talk_unusual: \" \"}")).singleElement().asString().contains("there is no reason; write why the note does not matter here");
        ScenarioFile file = ScenarioFile.of(DESK, Path.of("desk.yaml")).varying().with("flows.bins.work.mean=40 min", "silence.talk_unusual=planning");
        assertThat(file.notes()).isEmpty();
        assertThat(file.silenced()).isEqualTo(Map.of("talk_unusual", 1));
        assertThat(notes("silence.talk_unusual=planning; silence.silence_idle=the variants need it")).isEmpty();
    }

    private static List<String> faults(String sets) {
        return ScenarioFile.of(DESK, Path.of("desk.yaml")).varying().with(sets.split("; ")).faults();
    }

    /** Twelve flows with the same slip are three notes and a number. */
    @Test
    void listsAFewOfEachKind() {
        StringBuilder yaml = new StringBuilder(DESK.replace("flows:\n", "flows:\n" + IntStream.range(0, 12)
                .mapToObj(i -> "  f" + i + ": {council: east, service: s" + i + ", desk: main, volume: 10 / year, profile: office, work: {distribution: constant, mean: 50 min}}\n")
                .collect(Collectors.joining())));
        String text = yaml.toString().replace("bins: }", "bins: , " + IntStream.range(0, 12).mapToObj(i -> "s" + i + ": ").collect(Collectors.joining(", ")) + "}");
        assertThat(ScenarioFile.of(text, Path.of("desk.yaml")).notes()).hasSize(4).last()
                .isEqualTo("desk.yaml:9:121: flows.f3.work.mean: and 9 more of this kind, the first of them here [talk_unusual]");
        assertThat(ScenarioFile.of(text.replaceAll("(?m)^  f([4-9]|1.): .*\n", ""), Path.of("desk.yaml")).notes()).as("four are listed").hasSize(4).allMatch(note -> note.contains("talk lasts"));
    }

    /** A note is about one flow or desk, and stands where its number does; what all have is told once. */
    @Test
    void standWhereDefaultsDo() {
        String text = DESK.replaceAll("work: \\{distribution: exponential, mean: 290 s}(, )?", "").replace("flows:", "flow_defaults: {work: {distribution: exponential, mean: 40 min}}\nflows:");
        assertThat(ScenarioFile.of(text, Path.of("desk.yaml")).notes()).filteredOn(note -> note.contains("talk_unusual")).singleElement().asString()
                .isEqualTo("desk.yaml:5:57: flows.east.work.mean and 3 more: found \"40 min\": talk lasts 40 min on average; usual is 10 s to 30 min; check the unit [talk_unusual]");
    }

    @Test
    void runsAndComparisonsTellThem() {
        ScenarioFile file = ScenarioFile.of(DESK, Path.of("desk.yaml")).varying().with("flows.bins.work.mean=40 min", "time.length=1 month", "events=", "runs.replications=30");
        Study study = Mergedesk.run(file, new RunOptions(2, null, 1, ""), Watcher.NONE);
        assertThat(study.warnings()).contains(file.notes().get(0), "--replications 2: 2 observations leave wide intervals, and a chance result looks like a rule; give 20 or more, or leave it out [few_replications]");
        ScenarioFile quiet = ScenarioFile.of(DESK, Path.of("quiet.yaml")).varying().with("time.length=1 month", "events=", "silence.few_replications=only a try");
        assertThat(Mergedesk.compare(List.of(file, quiet), new RunOptions(2, null, 1, ""), Watcher.NONE).warnings())
                .filteredOn(warning -> warning.endsWith("]"))
                .hasSize(2)
                .contains("A: " + file.notes().get(0));
    }

    /** What solve is asked for is told as a target would be, and what looks wrong in the scenario as by all commands. */
    @Test
    void answersTellThem() {
        ScenarioFile file = ScenarioFile.of(DESK, Path.of("desk.yaml")).varying().with("flows.bins.work.mean=40 min", "time.length=1 week", "events=", "targets=");
        Solving solving = new Solving(file, "groups.all.staffing", Until.parse("occupancy <= 70 %"), new RunOptions(4, null, 1, ""));
        List<String> notes = solving.notes(solving.solve(Watcher.NONE));
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0)).contains("talk lasts 40 min");
        assertThat(notes.get(1)).isEqualTo("--until: found \"occupancy <= 70 %\": it has changed its meaning and counts after-call work as well as talk; occupancy_talk is what it was; "
                + "look whether the bound was meant so [meaning_changed]");
        ScenarioFile noWrapUp = file.varying().with("flows.east.after_call=");
        assertThat(new Solving(noWrapUp, "groups.all.staffing", Until.parse("occupancy <= 70 %"), new RunOptions(4, null, 1, "")).notes(NOTHING_FOUND)).singleElement().asString().contains("40 min");
    }

    /** No number hangs on them. */
    @Test
    void changeNothing() {
        ScenarioFile.Varying varying = ScenarioFile.of(DESK, Path.of("desk.yaml")).varying();
        Study loud = Mergedesk.run(varying.with("time.length=1 month", "events=", "flows.bins.work.mean=40 min"), new RunOptions(2, null, 1, ""), Watcher.NONE);
        Study silent = Mergedesk.run(varying.with("time.length=1 month", "events=", "flows.bins.work.mean=40 min", "silence.talk_unusual=so"), new RunOptions(2, null, 1, ""), Watcher.NONE);
        assertThat(silent.silenced()).isEqualTo(Map.of("talk_unusual", "so"));
        assertThat(silent.kpis()).isEqualTo(loud.kpis());
        assertThat(silent.manifest().programFingerprint()).isEqualTo(loud.manifest().programFingerprint());
    }

    /** A CSV file of staffing that lost its Wednesday. */
    @Test
    void tablesWithoutADay(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("staffing.csv"), "time,mon,tue,thu,fri\n09:00,12,12,12,12\n17:00,0,0,0,0\n");
        Files.writeString(folder.resolve("desk.yaml"), DESK.replace("staffing: 12", "staffing: {file: staffing.csv}").replace("agents: 2,", "agents: 2, days: [mon, tue, thu, fri],"));
        assertThat(ScenarioFile.read(folder.resolve("desk.yaml"), List.of()).notes()).anySatisfy(note ->
                assertThat(note).contains("nobody is planned to be there in 424 of 2,008 hours in which the desk is open, the first time on Wednesday 1 April 2026, 09:00").endsWith("[open_without_agents]"));
    }

    /** Linear: 300 councils of six services and a year take 0.2 s of the fair clock. */
    @Test
    void largeScenariosAreLookedThroughQuickly() {
        StringBuilder yaml = new StringBuilder("name: t\ntime: {start: 2026-04-01, length: 1 year}\nservices: {a: , b: , c: , d: , e: , f: }\nprofiles: {o: {mon-fri: {\"09:00\": 1}}}\nbank_holidays: {region: england_and_wales}\ncouncils:\n");
        IntStream.range(0, 300).forEach(i -> yaml.append("  c").append(i).append(":\n"));
        yaml.append("desks:\n");
        IntStream.range(0, 300).forEach(i -> yaml.append("  d").append(i).append(": {opening: {mon-fri: 09:00-17:00}}\n"));
        yaml.append("groups:\n");
        IntStream.range(0, 300).forEach(i -> yaml.append("  g%d: {desk: d%d, staffing: 9}\n".formatted(i, i)));
        yaml.append("flows:\n");
        IntStream.range(0, 1_800).forEach(i -> yaml.append("  f%d: {council: c%d, service: %c, desk: d%d, volume: 9000 / year, profile: o, work: {distribution: constant, mean: 5 min}}\n"
                .formatted(i, i / 6, 'a' + i % 6, i / 6)));
        ScenarioFile file = ScenarioFile.of(yaml.toString(), Path.of("desk.yaml"));
        assertThat(FairClock.secondsOf(() -> assertThat(file.notes()).isEmpty())).isLessThan(2);
    }

    /** What cannot be looked at in half a second is not looked at, and said: every flow with a queue and a shape of its own. */
    @Test
    void hugeScenariosAreLookedAtInPart() {
        StringBuilder yaml = new StringBuilder("name: t\ntime: {start: 2026-04-01, length: 10 years}\nservices: {a: }\nbank_holidays: {region: england_and_wales}\ncouncils: {c: }\ndesks:\n");
        IntStream.range(0, 300).forEach(i -> yaml.append("  d").append(i).append(": {opening: {mon-fri: 09:00-17:00}}\n"));
        yaml.append("groups:\n");
        IntStream.range(0, 300).forEach(i -> yaml.append("  g%d: {desk: d%d, staffing: 1}\n".formatted(i, i)));
        yaml.append("flows:\n");
        IntStream.range(0, 300).forEach(i -> yaml.append("  f%d: {council: c, service: a, key: k%d, desk: d%d, volume: 1000 / year, profile: p%d, work: {distribution: constant, mean: 5 min}}\n".formatted(i, i, i, i)));
        yaml.append("profiles:\n");
        IntStream.range(0, 300).forEach(i -> yaml.append("  p%d: {mon-fri: {\"09:%02d\": 1}}\n".formatted(i, i % 60)));
        ScenarioFile file = ScenarioFile.of(yaml.toString(), Path.of("desk.yaml"));
        List<String> notes = new ArrayList<>();
        assertThat(FairClock.secondsOf(() -> notes.addAll(file.notes()))).isLessThan(2);
        assertThat(notes).singleElement().asString().matches(".* desks: work and agents were compared at the first \\d+ of 300 desks \\[plan_large]");
    }

    @Test
    void manyAgentsWithShiftsAreNotFollowed() {
        String sets = "groups.taxes.shifts[0].agents=%d; desks.main.lines=100000; events=";
        assertThat(notes(sets.formatted(13_000))).isEmpty();
        assertThat(notes(sets.formatted(14_000))).singleElement().asString().contains("compared at the first 0 of 1 desks").endsWith("[plan_large]");
    }

    @Test
    void everyKindIsDescribed() throws IOException {
        GeneratedTable.check("notes.md", "notes", Stream.of(NoteKind.values())
                .map(kind -> "| `" + kind.id() + "` | " + kind.rule() + " | " + kind.why() + " | " + kind.todo() + " |\n")
                .collect(Collectors.joining("", "| Name | When | Why | What to do |\n|---|---|---|---|\n", "")));
    }
}
