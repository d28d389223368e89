package org.yichuang.catalogue.internal.domain.opinion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Whether all offices that have to agree to a draft have done so. */
public final class OpinionRules {
    private OpinionRules() {}

    /** How an office stands to a content. */
    public enum Standing {
        /** It has said nothing of the version. */
        MISSING,
        /** It spoke of what the draft said before it was changed: that counts no more. */
        OUTDATED,
        OBJECTED,
        AGREED;

        /** The word used in the interface. */
        public LocalizedMessage label() {
            return LocalizedMessage.of(OpinionRules.class, "standing." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** How an office stands to a content, by its digest. */
    public static Standing standing(ReviewOffice office, List<DraftOpinion> given, String content) {
        return given.stream()
                .filter(opinion -> opinion.office() == office)
                .findFirst()
                .map(opinion -> standing(opinion, content))
                .orElse(Standing.MISSING);
    }

    private static Standing standing(DraftOpinion opinion, String content) {
        if (!opinion.content().equals(content)) {
            return Standing.OUTDATED;
        }
        return opinion.agreed() ? Standing.AGREED : Standing.OBJECTED;
    }

    /** Returns why a content cannot be published, naming the offices that have not agreed to it. */
    public static Optional<ProblemException> refusal(
            List<ReviewOffice> demanded, List<DraftOpinion> given, String content) {
        Problems problems = new Problems();
        for (ReviewOffice office : demanded) {
            Standing standing = standing(office, given, content);
            problems.when(
                    standing != Standing.AGREED,
                    "opinions." + office.key(),
                    LocalizedMessage.of(OpinionRules.class, "opinion.wanting", office.label(), standing.label()));
        }
        return problems.refusal(
                CatalogueError.OPINIONS_MISSING, LocalizedMessage.of(OpinionRules.class, "opinions.missing"));
    }
}
