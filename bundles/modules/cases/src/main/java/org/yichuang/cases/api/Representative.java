package org.yichuang.cases.api;

import java.util.Locale;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Who acts for an applicant (R1-07).
 *
 * @param kind by entrustment, or by law
 * @param name full name; always a person
 * @param idType e.g. {@code citizen-id}, which it is when absent
 * @param idNumber the number, checked by its rules (R4)
 * @param phone telephone
 * @param agent the agent's reference where a register of agents is kept; else absent
 * @param proof the signed entrustment, or what shows the guardianship: an uploaded file or, at the window, paper; what
 *     it is called follows from the kind. Kept among the materials of the case, and absent in answers
 */
public record Representative(
        @NotNull Kind kind,
        @NotBlank @Size(max = 100) String name,
        @Size(max = 40) String idType,
        @NotBlank @Size(max = 40) String idNumber,
        @NotBlank @Size(max = 30) String phone,
        @Size(max = 64) String agent,
        @Valid CaseRequests.MaterialGiven proof) {
    /** On what it rests. */
    public enum Kind {
        /** On the applicant's entrustment (委托代理人). */
        AGENT,
        /** On the law, for a person who cannot act alone (监护人). */
        GUARDIAN;

        /** What people call it. */
        public LocalizedMessage label() {
            return LocalizedMessage.of(Representative.class, "representative." + word());
        }

        /** What the paper is called on which it rests. */
        public LocalizedMessage proof() {
            return LocalizedMessage.of(Representative.class, "representative." + word() + ".proof");
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
