package mergedesk.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import mergedesk.surface.Surface.Version;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Planted changes of a tool with one command, as {@link SurfaceBreakTest} has them of the rest. */
class CommandSurfaceTest {
    private static final OptionSpec REQUIRED = OptionSpec.builder("--kind").arity("1").required(true).build();

    private static CommandSpec tool(String label) {
        CommandSpec export = CommandSpec.create()
                .addOption(OptionSpec.builder("--to").paramLabel(label).arity("1").build())
                .addOption(OptionSpec.builder("--csv").arity("0").build())
                .addPositional(PositionalParamSpec.builder().index("0").paramLabel(label).arity("1").build());
        return CommandSpec.create().addSubcommand("export", export);
    }

    private static Surface surface(CommandSpec tool) {
        return Surface.of(Version.of("0.1.0"), CommandSurface.of("tool", new CommandLine(tool)));
    }

    private static Surface exporting(UnaryOperator<CommandSpec> changed) {
        CommandSpec tool = tool("FILE");
        changed.apply(tool.subcommands().get("export").getCommandSpec());
        return surface(tool);
    }

    private static PositionalParamSpec second(String arity) {
        return PositionalParamSpec.builder().index("1").arity(arity).build();
    }

    private final Surface before = surface(tool("FILE"));

    @Test
    void linesSayWhatScriptsWrite() {
        assertThat(before.lines())
                .containsExactlyInAnyOrder(
                        "command tool: is there",
                        "command tool export: is there",
                        "command tool export: --csv",
                        "command tool export: --to takes a value",
                        "command tool export: argument 0, times 1",
                        "demands command tool export: | argument 0");
    }

    @Test
    void labelsAreForReaders() {
        assertThat(before.breaksIn(surface(tool("PATH")))).isEmpty();
    }

    @Test
    void anAliasMayBeAdded() {
        CommandSpec tool = tool("FILE").addOption(REQUIRED);
        CommandSpec also = tool("FILE").addOption(OptionSpec.builder("--kind", "--kind-of-file").arity("1").required(true).build());
        assertThat(surface(tool).breaksIn(surface(also))).isEmpty();
        assertThat(surface(also).breaksIn(surface(tool))).containsExactly("gone or changed: command tool: --kind-of-file takes a value");
    }

    @Test
    void aNewCommandMayDemandWhateverItsNameIs() {
        assertThat(before.breaksIn(surface(tool("FILE").addSubcommand("ex", CommandSpec.create().addOption(REQUIRED))))).isEmpty();
    }

    @Test
    void aCommandThatWasThereMayNot() {
        assertThat(before.breaksIn(surface(tool("FILE").addOption(REQUIRED)))).containsExactly("demanded anew: command tool: | --kind");
        assertThat(before.breaksIn(exporting(export -> export.addOption(REQUIRED)))).containsExactly("demanded anew: command tool export: | --kind");
    }

    @Test
    void norMayItWantOneArgumentMore() {
        assertThat(before.breaksIn(exporting(export -> export.addPositional(second("1"))))).containsExactly("demanded anew: command tool export: | argument 1");
        assertThat(before.breaksIn(exporting(export -> export.addPositional(second("0..1"))))).isEmpty();
    }
}
