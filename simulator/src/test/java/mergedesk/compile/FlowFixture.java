package mergedesk.compile;

import mergedesk.scenario.Distribution;
import mergedesk.scenario.Flow;
import mergedesk.scenario.Rate;
import mergedesk.scenario.Retry;
import mergedesk.scenario.Trace;

/** A flow that tests change piece by piece. As it comes: phone calls to north about housing, 10 a minute, 5 min talk time, endless patience. */
final class FlowFixture {
    String council = "north";
    String service = "housing";
    String desk = "desk";
    Rate volume = new Rate(10, Rate.Per.MINUTE);
    Rate volumePerHead;
    Trace trace;
    Flow.Basis basis = Flow.Basis.CALLERS;
    double redials;
    String profile = "flat";
    String season;
    double growth;
    int priority = 1;
    Distribution work = ScenarioFixture.exponential(300);
    Distribution afterCall;
    Distribution patience;
    double balk;
    Retry retry;
    String key;

    Flow flow() {
        return new Flow(
                council,
                service,
                "phone",
                desk,
                volume,
                volumePerHead,
                trace,
                basis,
                redials,
                profile,
                season,
                growth,
                priority,
                work,
                afterCall,
                patience,
                balk,
                retry,
                key);
    }
}
