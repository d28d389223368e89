package org.yichuang.cases.internal.domain;

import java.util.List;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** How much the files of a case may weigh that goes to another centre: they travel together, and each end holds all. */
public final class Freight {
    /** What the files of one letter weigh at most, in bytes. */
    public static final long MOST = 64L << 20;

    private Freight() {}

    /**
     * Refuses files that could not go on to the next centre: when they are handed in, when somebody sends them, and
     * when another road leads there.
     *
     * @throws ProblemException {@link CaseError#MATERIAL_INVALID}
     */
    static void require(Act act) {
        long weight = weight(act.submission.materials());
        if (weight <= MOST || act.file.isTransferred() || !leaves(act, act.submission.route())) {
            return;
        }
        boolean isNew = act.row.from() == null;
        boolean grows = isNew || weight > weight(act.file.submission().materials());
        boolean isSent = act.row.next() == CaseState.FORWARDED
                && act.row.from() != CaseState.FORWARDED
                && !act.row.command().path().isEmpty();
        boolean turns = !isNew && !leaves(act, act.file.submission().route());
        if (grows || isSent || turns) {
            throw ProblemException.field(
                    CaseError.MATERIAL_INVALID,
                    "materials",
                    LocalizedMessage.of(Freight.class, "freight.too-heavy", megabytes(weight), megabytes(MOST)));
        }
    }

    private static boolean leaves(Act act, RouteFacts route) {
        return route.stages().stream().anyMatch(stage -> !stage.centre().equals(act.now.centre()));
    }

    private static long weight(List<MaterialView> materials) {
        return materials.stream().mapToLong(MaterialView::size).sum();
    }

    /** As people are told it, rounded up. */
    public static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
