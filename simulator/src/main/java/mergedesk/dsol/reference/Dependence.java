package mergedesk.dsol.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mergedesk.program.Needs;
import mergedesk.program.Program;

/** What agents' work has to do with the applications that contacts need: how slow it is for their load. Looks at everybody each time. */
final class Dependence {
    private final Needs needs;
    private final Desks desks;
    private final Draws draws;

    Dependence(Program program, Desks desks, Draws draws) {
        needs = program.needs();
        this.desks = desks;
        this.draws = draws;
    }

    /** Speed of work for the person: that of the slowest application that the person needs, for how much is in hand that needs it. */
    double speed(Person person) {
        return needed(person).stream()
                .mapToDouble(application -> {
                    long users = desks.inHand().filter(other -> needed(other).contains(application)).count();
                    double left = 1 - users * needs.load()[application];
                    return left < needs.slowest()[application] ? needs.slowest()[application] : left;
                })
                .min()
                .orElse(1);
    }

    private List<Integer> needed(Person person) {
        List<Integer> needed = new ArrayList<>();
        IntStream.range(needs.offset()[person.flow], needs.offset()[person.flow + 1])
                .filter(row -> draws.needs(person, needs.applicationKey()[needs.application()[row]], needs.share()[row]))
                .forEach(row -> needed.add(needs.application()[row]));
        return needed;
    }
}
