package org.yichuang.shell.api;

import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * A command of the operators' shell. A module puts its commands into its {@code internal.commands}, names that
 * package in
 * its {@code Karaf-Commands} header and takes its services by {@link Reference}; the command is there while they are.
 * Every command takes {@code --json} before its arguments and then prints one line for programs.
 */
public abstract class OperatorCommand implements Action {
    @Option(name = "--json", description = "Print JSON, for programs (输出 JSON)")
    boolean json;

    @Reference
    Session session;

    @Reference
    CommandFrame frame;

    @Reference(optional = true)
    RefusedCommands refusedCommands;

    private CallContext changed;

    /**
     * Does the command's work.
     *
     * @throws ProblemException printed as a sentence; the command then fails
     */
    protected abstract CommandResult run();

    /** Returns the context in which the session's user reads a centre. */
    protected final CallContext reading(TenantId centre, Instant now) {
        String requestId = "shell-" + Ids.next(now);
        return new CallContext(centre, frame.operator(), now, requestId, Optional.empty(), Optional.empty());
    }

    /** Returns the context in which the session's user changes a centre; a refusal is noted in the centre's journal. */
    protected final CallContext changing(TenantId centre, Instant now) {
        changed = reading(centre, now);
        return changed;
    }

    /** The failure is Karaf's own exception and no kind of it, since Karaf logs every other one as an error. */
    @Override
    public final Object execute() throws Exception {
        CommandResult result;
        try {
            result = run();
        } catch (ProblemException e) {
            Optional.ofNullable(refusedCommands)
                    .filter(journal -> changed != null)
                    .ifPresent(journal -> journal.record(name(), e, changed));
            if (json) {
                session.getConsole().println(frame.json(e));
            }
            throw frame.failure(e);
        }
        session.getConsole()
                .println(json ? frame.json(result.data()) : result.text().stripTrailing());
        if (result.failure().isPresent()) {
            throw frame.failure(result.failure().get());
        }
        return null;
    }

    private String name() {
        Command command = getClass().getAnnotation(Command.class);
        return command.scope() + ":" + command.name();
    }
}
