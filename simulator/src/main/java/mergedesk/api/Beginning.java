package mergedesk.api;

import java.io.PrintWriter;
import java.io.Reader;
import java.util.Optional;
import mergedesk.scenario.first.FirstScenario;
import mergedesk.scenario.first.NewScenarioDialog;
import mergedesk.units.Internal;

/** A first scenario from about ten answers. */
@Internal
public final class Beginning {
    private Beginning() {}

    /** Asks, and returns the scenario's text; empty when the answers ended before the last question. */
    public static Optional<String> ask(Reader answers, PrintWriter questions) {
        return new NewScenarioDialog(answers, questions, ScenarioFile.reader()).ask().map(FirstScenario::yaml);
    }
}
