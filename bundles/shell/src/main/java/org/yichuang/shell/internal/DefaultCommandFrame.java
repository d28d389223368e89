package org.yichuang.shell.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.AccessController;
import java.util.List;
import java.util.Optional;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.support.CommandException;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.CommandFrame;
import org.yichuang.shell.api.Wording;

/**
 * The frame over Karaf: the session's user is the one whom it signed in, and not what a variable of the session says.
 */
public class DefaultCommandFrame implements CommandFrame {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public Actor operator() {
        String user = subject().stream()
                .flatMap(subject -> subject.getPrincipals(UserPrincipal.class).stream())
                .map(UserPrincipal::getName)
                .findFirst()
                .orElse("operator");
        return Actor.platform(
                user + "@shell",
                LocalizedMessage.of(DefaultCommandFrame.class, "operator", user).zh());
    }

    @Override
    public String json(Object data) {
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not to be written as JSON: " + data.getClass(), e);
        }
    }

    @Override
    public String json(ProblemException problem) {
        return json((Object) new Refusal(problem.code().code(), problem.zh(), problem.en(), wire(problem)));
    }

    @Override
    public Exception failure(String sentence) {
        return new CommandException(sentence);
    }

    @Override
    public Exception failure(ProblemException problem, Wording wording) {
        StringBuilder text = new StringBuilder()
                .append(problem.code().code())
                .append(": ")
                .append(wording.sentence(problem.message()));
        problem.fields().forEach(field -> text.append("\n  ")
                .append(field.field())
                .append(": ")
                .append(wording.sentence(field.message())));
        return failure(text.toString());
    }

    /** Java 17 knows no other way to the subject of the running thread. */
    @SuppressWarnings("removal")
    private static Optional<Subject> subject() {
        return Optional.ofNullable(Subject.getSubject(AccessController.getContext()));
    }

    private static List<FieldProblem.Wire> wire(ProblemException problem) {
        return problem.fields().stream().map(FieldProblem::wire).toList();
    }

    /** A refusal for programs. */
    record Refusal(String code, String zh, String en, List<FieldProblem.Wire> fields) {}
}
