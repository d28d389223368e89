package org.yichuang.cases.internal.domain;

import java.text.Normalizer;
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
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.identifier.Check;
import org.yichuang.kernel.api.identifier.DocumentType;

/** Whether applicants are who they say, as far as numbers tell (R4). */
public final class Applicants {
    public static final String PERSON = "person";
    public static final String ENTERPRISE = "enterprise";
    private static final String PREFIX = "applicant.";
    private static final int WIDE = 0xFEE0;
    private static final Pattern WIDE_LETTERS = Pattern.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]");

    /** What nobody sees, and what stands for a character that was lost. */
    private static final Pattern LOST = Pattern.compile("[\\p{Cf}\ufffd]");

    /** Hyphens and dashes of all lengths, as input methods make them. */
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private Applicants() {}

    /**
     * Checks an applicant and returns it as it is to be kept.
     *
     * @throws ProblemException {@link CaseError#APPLICANT_INVALID} with the fields
     */
    public static Applicant checked(Applicant typed, LocalDate today, Actor actor) {
        List<FieldProblem> wrong = new ArrayList<>();
        Applicant given = plain(FieldRules.read(typed, PREFIX, wrong));
        if (isBroken("kind", wrong)) {
            throw refusal(wrong);
        }
        String kind = given.kind().toLowerCase(Locale.ROOT);
        if (!kind.equals(PERSON) && !kind.equals(ENTERPRISE)) {
            throw refusal(List.of(problem("kind", LocalizedMessage.of(Applicants.class, "applicant.kind-invalid"))));
        }
        if (!isBroken("phone", wrong) && !Telephones.isNumber(given.phone())) {
            wrong.add(problem("phone", LocalizedMessage.of(Applicants.class, "applicant.phone-invalid")));
        }
        if (!isBroken("name", wrong) && LOST.matcher(given.name()).find()) {
            wrong.add(problem("name", LocalizedMessage.of(Applicants.class, "applicant.name-unfit")));
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

    /** The number of a document as it is examined, however people and scanners write it: wide, or in groups. */
    public static String plainNumber(String typed) {
        return typed == null ? null : SPACES.matcher(narrow(typed)).replaceAll("");
    }

    /** A name with letters and figures of the usual width and one blank between words; its signs are as registered. */
    private static String plainName(String typed) {
        if (typed == null) {
            return null;
        }
        String narrow = WIDE_LETTERS
                .matcher(typed)
                .replaceAll(wide -> Character.toString(wide.group().charAt(0) - WIDE));
        return SPACES.matcher(narrow).replaceAll(" ").strip();
    }

    private static Applicant plain(Applicant typed) {
        return new Applicant(
                typed.kind(),
                plainName(typed.name()),
                typed.idType(),
                plainNumber(typed.idNumber()),
                typed.phone() == null
                        ? null
                        : DASHES.matcher(narrow(typed.phone())).replaceAll("-"),
                typed.idConfirmed());
    }

    /** Letters, figures and brackets of the usual width, one blank between words. */
    private static String narrow(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return SPACES.matcher(narrow).replaceAll(" ").strip();
    }

    /** The kind of a person, or of whoever is none. */
    public static String kind(boolean isPerson) {
        return isPerson ? PERSON : ENTERPRISE;
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
                wrong.add(problem("idType", LocalizedMessage.of(Applicants.class, "applicant.id-type-does-not-fit")));
                return null;
            }
            return type;
        } catch (ProblemException e) {
            wrong.add(problem("idType", e.message()));
            return null;
        }
    }

    private static void verdict(Check check, Applicant given, Actor actor, List<FieldProblem> wrong) {
        boolean confirmed = given.idConfirmed() != null && !given.idConfirmed().isBlank();
        if (check.isInvalid()) {
            wrong.add(problem("idNumber", check.reason()));
        } else if (check.needsOverride() && !(confirmed && Staff.isStaff(actor))) {
            wrong.add(problem(
                    "idNumber", LocalizedMessage.of(Applicants.class, "applicant.needs-confirmation", check.reason())));
        }
    }

    /** What breaks the rules of its field is not examined any further. */
    private static boolean isBroken(String field, List<FieldProblem> wrong) {
        return wrong.stream().anyMatch(problem -> problem.field().equals(PREFIX + field));
    }

    private static FieldProblem problem(String field, LocalizedMessage message) {
        return new FieldProblem(PREFIX + field, message);
    }

    private static ProblemException refusal(List<FieldProblem> wrong) {
        return new ProblemException(
                CaseError.APPLICANT_INVALID, LocalizedMessage.of(Applicants.class, "applicant.invalid"), wrong);
    }
}
