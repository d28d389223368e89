package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.identifier.Check;
import org.yichuang.kernel.api.identifier.DocumentType;

/** Whether applicants are who they say, as far as numbers tell (R4). */
public final class Applicants {
    public static final String PERSON = "person";
    public static final String ENTERPRISE = "enterprise";
    private static final String PREFIX = "applicant.";
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()\\-]{3,28}[0-9]");

    private Applicants() {}

    /**
     * Checks an applicant and returns it as it is to be kept.
     *
     * @throws ProblemException {@link CaseError#APPLICANT_INVALID} with the fields
     */
    public static Applicant checked(Applicant typed, LocalDate today, Actor actor) {
        List<FieldProblem> wrong = new ArrayList<>();
        Applicant given = FieldRules.read(typed, PREFIX, wrong);
        if (isBroken("kind", wrong)) {
            throw refusal(wrong);
        }
        String kind = given.kind().toLowerCase(Locale.ROOT);
        if (!kind.equals(PERSON) && !kind.equals(ENTERPRISE)) {
            throw refusal(List.of(problem("kind", "应为 person 或 enterprise", "must be person or enterprise")));
        }
        if (!isBroken("phone", wrong) && !PHONE.matcher(given.phone()).matches()) {
            wrong.add(problem("phone", "电话号码格式不正确", "is not a telephone number"));
        }
        boolean numbered = !isBroken("idType", wrong) && !isBroken("idNumber", wrong);
        DocumentType type = numbered ? type(given, kind.equals(PERSON), wrong) : null;
        Check check = type == null ? null : type.check(given.idNumber(), today);
        if (check != null) {
            verdict(check, given, actor, wrong);
        }
        if (!wrong.isEmpty()) {
            throw refusal(wrong);
        }
        return new Applicant(
                kind,
                given.name(),
                type.key(),
                check.normalised(),
                given.phone(),
                check.needsOverride() ? given.idConfirmed() : null);
    }

    /** The document type of a checked applicant. */
    public static boolean isPerson(Applicant applicant) {
        return applicant.kind().equals(PERSON);
    }

    private static DocumentType type(Applicant given, boolean person, List<FieldProblem> wrong) {
        if (given.idType() == null || given.idType().isBlank()) {
            return person ? DocumentType.CITIZEN_ID : DocumentType.USCC;
        }
        try {
            DocumentType type = DocumentType.parse(given.idType());
            if (type.isPerson() != person) {
                wrong.add(problem("idType", "证件类型与申请人类型不符", "does not fit the kind of applicant"));
                return null;
            }
            return type;
        } catch (ProblemException e) {
            wrong.add(problem("idType", e.zh(), e.en()));
            return null;
        }
    }

    private static void verdict(Check check, Applicant given, Actor actor, List<FieldProblem> wrong) {
        boolean confirmed = given.idConfirmed() != null && !given.idConfirmed().isBlank();
        if (check.isInvalid()) {
            wrong.add(problem("idNumber", check.reason().zh(), check.reason().en()));
        } else if (check.needsOverride() && !(confirmed && Staff.isStaff(actor))) {
            wrong.add(problem(
                    "idNumber",
                    check.reason().zh() + "；须由窗口人员核实并填写核实说明",
                    check.reason().en() + "; a clerk must look it up and note why it is right"));
        }
    }

    /** What breaks the rules of its field is not examined any further. */
    private static boolean isBroken(String field, List<FieldProblem> wrong) {
        return wrong.stream().anyMatch(problem -> problem.field().equals(PREFIX + field));
    }

    private static FieldProblem problem(String field, String zh, String en) {
        return new FieldProblem(PREFIX + field, zh, en);
    }

    private static ProblemException refusal(List<FieldProblem> wrong) {
        return new ProblemException(
                CaseError.APPLICANT_INVALID, "申请人信息有误", "The applicant's data are not right", wrong);
    }
}
