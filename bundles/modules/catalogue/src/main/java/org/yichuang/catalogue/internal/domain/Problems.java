package org.yichuang.catalogue.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Gathers what is wrong, so that an editor sees everything at once. */
public final class Problems {
    private static final int MOST_NAMED = 3;

    private final List<FieldProblem> found = new ArrayList<>();

    /** Notes a problem of a field. */
    public void add(String field, LocalizedMessage message) {
        found.add(new FieldProblem(field, message));
    }

    /** Notes what was found elsewhere. */
    public void addAll(List<FieldProblem> problems) {
        found.addAll(problems);
    }

    /** Notes a problem of a field when something is the case. */
    public void when(boolean wrong, String field, LocalizedMessage message) {
        if (wrong) {
            add(field, message);
        }
    }

    /** Tells whether nothing is wrong so far. */
    public boolean none() {
        return found.isEmpty();
    }

    /** Returns what was found. */
    public List<FieldProblem> all() {
        return List.copyOf(found);
    }

    /** Fails when something was found; the sentence names the first few. */
    public void refuse(ErrorCode code, LocalizedMessage message) {
        refusal(code, message).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Returns the refusal when something was found; the sentence names the first few. */
    public Optional<ProblemException> refusal(ErrorCode code, LocalizedMessage message) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProblemException(code, summary(message, found), found));
    }

    /** The sentence and, behind it, those of the first few fields. */
    public static LocalizedMessage summary(LocalizedMessage message, List<FieldProblem> problems) {
        List<LocalizedMessage> named =
                problems.stream().limit(MOST_NAMED).map(FieldProblem::message).toList();
        return LocalizedMessage.of(Problems.class, "problems.summary", message, LocalizedMessage.list(named));
    }
}
