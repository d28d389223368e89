package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.Representative;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Who may act for an applicant, and by which ways an application comes in (R1-07). */
public final class Representatives {
    private static final String PREFIX = "representative.";

    private Representatives() {}

    /**
     * The way by which an application comes in: an applicant's own account is online, whoever is at a window says
     * which.
     *
     * @throws ProblemException {@code fields-invalid} for a way that it cannot have come
     */
    public static CaseChannel channel(CaseChannel said, Actor actor) {
        boolean isStaff = Staff.isStaff(actor);
        CaseChannel usual = isStaff ? CaseChannel.WINDOW : CaseChannel.ONLINE;
        CaseChannel channel = said == null ? usual : said;
        if (isStaff == (channel == CaseChannel.ONLINE)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "channel",
                    LocalizedMessage.of(Representatives.class, isStaff ? "channel.not-online" : "channel.online-only"));
        }
        return channel;
    }

    /**
     * Checks who acts for an applicant, and returns them as they are kept.
     *
     * @param given who, or null for nobody
     * @param applicant the checked applicant
     * @throws ProblemException {@link CaseError#APPLICANT_INVALID} with the fields
     */
    public static Representative checked(Representative given, Applicant applicant, LocalDate today, Actor actor) {
        if (given == null) {
            return null;
        }
        Applicant person =
                new Applicant(Applicants.PERSON, given.name(), given.idType(), given.idNumber(), given.phone(), null);
        Applicant kept = named(person, today, actor);
        List<FieldProblem> wrong = new ArrayList<>();
        boolean isGuardian = given.kind() == Representative.Kind.GUARDIAN;
        if (isGuardian && !Applicants.isPerson(applicant)) {
            wrong.add(problem("kind", "representative.guardian-of-person"));
        }
        if (kept.idType().equals(applicant.idType()) && kept.idNumber().equals(applicant.idNumber())) {
            wrong.add(problem("idNumber", "representative.same-person"));
        }
        String agent = given.agent() == null || given.agent().isBlank() ? null : given.agent();
        if (isGuardian && agent != null) {
            wrong.add(problem("agent", "representative.guardian-no-agent"));
        }
        if (isMissing(given.proof())) {
            wrong.add(new FieldProblem(
                    PREFIX + "proof",
                    LocalizedMessage.of(
                            Representatives.class,
                            "representative.proof-missing",
                            given.kind().proof())));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(CaseError.APPLICANT_INVALID, wrong.get(0).message(), wrong);
        }
        return new Representative(given.kind(), kept.name(), kept.idType(), kept.idNumber(), kept.phone(), agent, null);
    }

    /**
     * Refuses whoever acts on an entrustment where the applicant has to come in person; a guardian is who comes then.
     *
     * @param acting who acts, or null for nobody
     * @throws ProblemException {@link CaseError#IN_PERSON} with the item's reason
     */
    public static void requireAllowed(Representative acting, Handling.InPerson item) {
        if (acting != null && acting.kind() == Representative.Kind.AGENT && item.required()) {
            throw ProblemException.field(
                    CaseError.IN_PERSON,
                    PREFIX + "kind",
                    LocalizedMessage.of(Representatives.class, "representative.in-person", item.reason()));
        }
    }

    /** The same checks as of an applicant, told by the names of these fields. */
    private static Applicant named(Applicant person, LocalDate today, Actor actor) {
        try {
            return Applicants.checked(person, today, actor);
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.code(),
                    LocalizedMessage.of(Representatives.class, "representative.invalid"),
                    e.fields().stream()
                            .map(each -> new FieldProblem(
                                    PREFIX + each.field().substring(each.field().indexOf('.') + 1), each.message()))
                            .toList());
        }
    }

    private static boolean isMissing(MaterialGiven proof) {
        return proof == null
                || !proof.paper() && (proof.file() == null || proof.file().isBlank());
    }

    private static FieldProblem problem(String field, String key) {
        return new FieldProblem(PREFIX + field, LocalizedMessage.of(Representatives.class, key));
    }
}
