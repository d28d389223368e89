package org.yichuang.shell.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.Languages;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * A command of the operators' shell. A module puts its commands into its {@code internal.commands}, names that
 * package in
 * its {@code Karaf-Commands} header and takes its services by {@link Reference}; the command is there while they are.
 * Every command takes {@code --json} before its arguments and then prints one line for programs, or {@code --language}
 * and then answers people in that one only.
 */
public abstract class OperatorCommand implements Action {
    @Option(name = "--json", description = "Print JSON, for programs (输出 JSON)")
    boolean json;

    @Option(name = "--language", description = "Answer in this language only, e.g. en (只用此语言)")
    String language;

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
        Wording wording = Wording.USUAL;
        try {
            wording = wording();
            result = run();
        } catch (ProblemException e) {
            Optional.ofNullable(refusedCommands)
                    .filter(journal -> changed != null)
                    .ifPresent(journal -> journal.record(name(), e, changed));
            if (json) {
                session.getConsole().println(frame.json(e));
            }
            throw frame.failure(e, wording);
        }
        session.getConsole()
                .println(
                        json
                                ? frame.json(result.data())
                                : result.answer().in(wording).stripTrailing());
        if (result.failed().isPresent()) {
            throw frame.failure(result.failed().get().in(wording));
        }
        return null;
    }

    /**
     * Tells people of a part as soon as it is done: should the rest break off, they know how far it has come. Programs
     * read one line only, at the end.
     */
    protected final void tell(LocalizedMessage sentence) {
        if (!json) {
            session.getConsole().println(wording().sentence(sentence));
        }
    }

    private Wording wording() {
        if (language == null) {
            return Wording.USUAL;
        }
        return Languages.find(language)
                .map(known -> new Wording(List.of(known)))
                .orElseThrow(() -> new ProblemException(
                        CommonError.PARAMETER_UNREADABLE,
                        LocalizedMessage.of(
                                OperatorCommand.class,
                                "language-unknown",
                                language,
                                Languages.all().stream()
                                        .map(Locale::getLanguage)
                                        .collect(Collectors.joining(", ")))));
    }

    /**
     * Returns words of the resource bundle {@code messages} in the command's package.
     *
     * @param arguments what stands for {@code {0}}, {@code {1}} … in them
     */
    protected final LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(getClass(), key, arguments);
    }

    private String name() {
        Command command = getClass().getAnnotation(Command.class);
        return command.scope() + ":" + command.name();
    }
}
