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

    /** Notes a problem of a field. */
    public void add(String field, String zh, String en) {
        found.add(new FieldProblem(field, zh, en));
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

    /** Notes a problem of a field when something is the case. */
    public void when(boolean wrong, String field, String zh, String en) {
        if (wrong) {
            add(field, zh, en);
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
    public void refuse(ErrorCode code, String zh, String en) {
        refusal(code, zh, en).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Returns the refusal when something was found; the sentence names the first few. */
    public Optional<ProblemException> refusal(ErrorCode code, String zh, String en) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<FieldProblem> named = found.subList(0, Math.min(MOST_NAMED, found.size()));
        return Optional.of(new ProblemException(
                code,
                zh + "：" + String.join("；", named.stream().map(FieldProblem::zh).toList()),
                en + ": "
                        + String.join("; ", named.stream().map(FieldProblem::en).toList()),
                found));
    }
}
