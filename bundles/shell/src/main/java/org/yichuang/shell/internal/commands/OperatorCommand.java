package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.text.Sheet;

/**
 * What all commands do alike: find their services, print their answer, fail with a sentence. The failure is Karaf's own
 * exception and no kind of it, since Karaf logs every other one as an error.
 */
abstract class OperatorCommand implements Action {
    @Option(name = "--json", description = "Print JSON, for programs (输出 JSON)")
    boolean json;

    @Reference
    BundleContext bundles;

    @Reference
    Session session;

    /** Does the command's work. */
    abstract Sheet run(Desk desk);

    /** The centre whose journal notes a refusal; null for commands that change nothing. */
    String changedCentre() {
        return null;
    }

    /** What stood after the arguments; Karaf itself takes options only before them. Null when nothing did. */
    List<String> optionsAfterArguments() {
        return null;
    }

    @Override
    public final Object execute() throws CommandException {
        LateOptions.apply(this, optionsAfterArguments());
        Sheet sheet = answer();
        session.getConsole().println(json ? sheet.json() : sheet.text().stripTrailing());
        if (sheet.failure().isPresent()) {
            throw new CommandException(sheet.failure().get());
        }
        return null;
    }

    private Sheet answer() throws CommandException {
        try (OsgiServices services = new OsgiServices(bundles)) {
            Desk desk = new Desk(services);
            try {
                return run(desk);
            } catch (ProblemException e) {
                if (changedCentre() != null) {
                    Command command = getClass().getAnnotation(Command.class);
                    desk.refused(command.scope() + ":" + command.name(), e, changedCentre());
                }
                if (json) {
                    session.getConsole().println(Refusal.of(e).json());
                }
                throw new CommandException(e.code().code() + ": " + e.zh() + " / " + e.en() + fields(e));
            } catch (NoClassDefFoundError e) {
                String module = e.getMessage().replaceFirst("^org/yichuang/([a-z]+)/.*", "$1");
                throw new CommandException(
                        "unavailable: 模块 " + module + " 未安装 / Module " + module + " is not installed");
            }
        }
    }

    private static String fields(ProblemException problem) {
        StringBuilder text = new StringBuilder();
        problem.fields().forEach(field -> text.append("\n  ")
                .append(field.field())
                .append(": ")
                .append(field.zh())
                .append(" / ")
                .append(field.en()));
        return text.toString();
    }

    /** A refusal for programs. */
    record Refusal(String code, String zh, String en, List<FieldProblem.Wire> fields) {
        static Sheet of(ProblemException problem) {
            Refusal refusal = new Refusal(
                    problem.code().code(),
                    problem.zh(),
                    problem.en(),
                    problem.fields().stream().map(FieldProblem::wire).toList());
            return Sheet.of(refusal, "");
        }
    }
}
