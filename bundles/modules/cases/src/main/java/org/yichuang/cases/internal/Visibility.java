package org.yichuang.cases.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.yichuang.cases.api.Afterwards;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.Representative;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.identifier.DocumentType;
import org.yichuang.kernel.api.identifier.Masking;

/** What of a case somebody sees. */
enum Visibility {
    /** The applicant: all that is his, and nothing of what the centre keeps to itself while it works. */
    OWN,
    /** All of it: whoever has said why. */
    WHOLE,
    /** The applicant's name, as those need it who handle the case; all else masked. */
    NAMED,
    /** Nothing that identifies a person. */
    MASKED;

    private static final Set<String> HANDLING = Set.of(
            CasePermission.TAKE_IN,
            CasePermission.ACCEPT,
            CasePermission.EXAMINE,
            CasePermission.HOLD_HEARING,
            CasePermission.PRE_REVIEW,
            CasePermission.DECIDE,
            CasePermission.DELIVER);

    /** In the place of what the item calls personal. */
    static final String HIDDEN = "****";

    private static final Pattern MASKED_EMAIL = Pattern.compile("\\*@[A-Za-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("(?i).*(address|residence|domicile).*");
    private static final Pattern NUMBER =
            Pattern.compile("(?i).*(idnumber|idcard|identity|passport|phone|mobile|telephone|fax|bankaccount).*");

    static Visibility of(Actor actor) {
        if (Staff.isApplicantOnly(actor)) {
            return OWN;
        }
        return HANDLING.stream().anyMatch(actor::isPermitted) ? NAMED : MASKED;
    }

    private boolean isUnmasked() {
        return this == WHOLE || this == OWN;
    }

    /** Opinions given on the way, names of staff, remarks: rules.md R5 5.3 has them kept inside. */
    boolean showsWork() {
        return this != OWN;
    }

    /** Scans are not masked: they are opened by those only who may see whose case it is. */
    boolean opensFiles() {
        return this != MASKED;
    }

    private static boolean isBlank(String code) {
        return code == null || code.isEmpty();
    }

    /** A material; what people have called a file themselves may name a person. */
    MaterialView material(MaterialView material) {
        if (opensFiles()) {
            return new MaterialView(
                    material.code(),
                    text(material.name()),
                    material.file(),
                    material.paper(),
                    material.sha256(),
                    material.mediaType(),
                    material.size());
        }
        String name = isBlank(material.code())
                ? LocalizedMessage.of(Visibility.class, "material.other").zh()
                : text(material.name());
        return new MaterialView(
                material.code(), name, null, material.paper(), null, material.mediaType(), material.size());
    }

    /** When an application had come that was entered afterwards; why, and what shows it, for those who work with it. */
    Afterwards afterwards(Afterwards entered) {
        if (entered == null) {
            return null;
        }
        String reason = showsWork() ? text(entered.reason()) : null;
        return new Afterwards(entered.cameOn(), reason, proof(entered.proof()));
    }

    /** What shows a delivery or a withdrawal, for those who work with it. */
    CaseProof proof(CaseProof proof) {
        boolean isKept = proof != null && showsWork();
        return isKept ? new CaseProof(opensFiles() ? proof.file() : null, text(proof.paper())) : null;
    }

    /**
     * A name.
     *
     * @param person whether it is a person's, null when that is not known
     */
    String name(Boolean person, String name) {
        return this == MASKED ? Masking.name(person == null || person, name) : name;
    }

    Applicant applicant(Applicant applicant) {
        if (isUnmasked()) {
            return applicant;
        }
        DocumentType type = DocumentType.parse(applicant.idType());
        return new Applicant(
                applicant.kind(),
                name(Applicants.isPerson(applicant), applicant.name()),
                applicant.idType(),
                Masking.idNumber(type, applicant.idNumber()),
                Masking.phone(applicant.phone()),
                text(applicant.idConfirmed()));
    }

    /** What was made out, null for nothing yet: many a certificate bears the number of its holder's identity card. */
    IssuedView issued(IssuedView made, Applicant applicant) {
        return this != MASKED || made == null
                ? made
                : new IssuedView(
                        Masking.certificate(Applicants.isPerson(applicant), made.documentNumber()),
                        made.centre(),
                        made.validUntil(),
                        made.at());
    }

    /** The result of which an application is, null for none; likewise. */
    CaseLicence licence(CaseLicence held, Applicant applicant) {
        return this != MASKED || held == null
                ? held
                : new CaseLicence(
                        Masking.certificate(Applicants.isPerson(applicant), held.number()),
                        held.matter(),
                        held.validUntil(),
                        held.decideBy(),
                        held.tooLate());
    }

    /** Who acts for the applicant, null for nobody. */
    Representative representative(Representative acting) {
        if (acting == null || isUnmasked()) {
            return acting;
        }
        return new Representative(
                acting.kind(),
                name(true, acting.name()),
                acting.idType(),
                Masking.idNumber(DocumentType.parse(acting.idType()), acting.idNumber()),
                Masking.phone(acting.phone()),
                acting.agent(),
                null);
    }

    /** A text that people have written, null for none. */
    String text(String text) {
        return isUnmasked() || text == null ? text : Masking.text(text);
    }

    /** What was typed in the form: what the item calls personal is told by nothing of it. */
    Map<String, Object> form(Submission content) {
        if (isUnmasked()) {
            return content.form();
        }
        Map<String, Object> masked = new LinkedHashMap<>();
        content.form()
                .forEach((name, value) -> masked.put(
                        name, content.item().personal().contains(name) && value != null ? HIDDEN : value(name, value)));
        return masked;
    }

    /** Which fields of an application this leaves out, by their names as they are typed. */
    Set<String> hidden(Submission content) {
        Applicant applicant = content.applicant();
        Set<String> hidden = new TreeSet<>(Set.of("applicant.idNumber", "applicant.phone"));
        if (!applicant(applicant).name().equals(applicant.name())) {
            hidden.add("applicant.name");
        }
        Representative acting = content.filing().representative();
        if (acting != null) {
            hidden.addAll(Set.of("representative.idNumber", "representative.phone"));
            if (!representative(acting).name().equals(acting.name())) {
                hidden.add("representative.name");
            }
        }
        form(content).forEach((name, value) -> {
            if (value != null && !value.equals(content.form().get(name))) {
                hidden.add("form." + name);
            }
        });
        return hidden;
    }

    /**
     * Which fields of a changed form hold what this masks, and not what stands in the present one: also the mask of
     * what stood there when somebody read it.
     */
    Set<String> writtenBack(Submission present, Map<String, Object> changes) {
        if (isUnmasked()) {
            return Set.of();
        }
        Set<String> standing = texts(present.form());
        Set<String> stars = texts(form(present));
        stars.removeAll(standing);
        Set<String> names = new TreeSet<>();
        changes.forEach((name, value) -> {
            if (holds(
                    name,
                    value,
                    (key, text) -> stars.contains(text) || !standing.contains(text) && isMask(key, text))) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether a text looks like what a mask leaves; what people write freely may hold a single star. */
    private static boolean isMask(String name, String text) {
        boolean isNumber =
                NUMBER.matcher(name).matches() || ADDRESS.matcher(name).matches();
        return text.contains("**") || MASKED_EMAIL.matcher(text).find() || isNumber && text.indexOf('*') >= 0;
    }

    /** Whether there is such a text in a value, however deep; asked with the name that it stands under. */
    private static boolean holds(String name, Object value, BiPredicate<String, String> such) {
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .anyMatch(field -> holds(String.valueOf(field.getKey()), field.getValue(), such));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().anyMatch(each -> holds(name, each, such));
        }
        return value != null && such.test(name, value.toString().strip());
    }

    /** All texts that a value holds, however deep. */
    private static Set<String> texts(Object value) {
        Set<String> texts = new HashSet<>();
        if (value instanceof Map<?, ?> fields) {
            fields.values().forEach(each -> texts.addAll(texts(each)));
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> texts.addAll(texts(each)));
        } else if (value != null) {
            texts.add(value.toString().strip());
        }
        return texts;
    }

    /** What a field holds is told by its name, else by its form. */
    private static Object value(String name, Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> masked = new LinkedHashMap<>();
            fields.forEach((key, each) -> masked.put(String.valueOf(key), value(String.valueOf(key), each)));
            return masked;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> value(name, each)).toList();
        }
        if (value == null || value instanceof Boolean) {
            return value;
        }
        String text = value.toString();
        String masked = masked(name, text);
        return masked.equals(text) ? value : masked;
    }

    private static String masked(String name, String text) {
        if (ADDRESS.matcher(name).matches() && text.indexOf('@') < 0) {
            return Masking.address(text);
        }
        String masked = Masking.text(text);
        return masked.equals(text) && NUMBER.matcher(name).matches() ? Masking.number(text) : masked;
    }
}
