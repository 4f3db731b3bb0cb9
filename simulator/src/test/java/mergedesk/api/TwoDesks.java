package mergedesk.api;

/** Two councils, each with a desk that is open from nine to five, for tests of plans; who works there is added. */
final class TwoDesks {
    private static final String TEXT = """
            name: Two desks
            time: {TIME}
            councils: {a: , b: }
            services: {tax: }
            channels: {phone: }
            profiles: {office: {mon-fri: {"09:00": 10, "12:00": 8, "17:00": 0}}}
            flow_defaults: {service: tax, work: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 3 min}, profile: office}
            flows:
              a_calls: {council: a, desk: north, volume: VOLUME / year}
              b_calls: {council: b, desk: south, volume: 26000 / year}
            desk_defaults: {opening: {mon-fri: "09:00-17:00"}}
            desks: {north: , south: }
            """;

    private TwoDesks() {}

    /** {@code time}: its start and length; {@code volume}: calls of the first a year. */
    static String of(String time, int volume) {
        return TEXT.replace("TIME", time).replace("VOLUME", String.valueOf(volume));
    }
}
