package org.yichuang.agency.internal;

import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.agency.internal.AgencyCommands.Applicant;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.JointHandling;

/** What is sent about joint handling. */
public interface JointCommands {
    /**
     * Asks for it.
     *
     * @param items codes of the items
     * @param reason why they are to be handled jointly, and for what
     */
    record Ask(
            @NotNull @Size(min = 2, max = 20) List<@NotBlank @Size(max = 64) String> items,
            @NotNull @Valid Applicant applicant,
            @NotBlank @Size(max = 1000) String reason) {}

    /**
     * Withdraws at the window what the applicant wants no more.
     *
     * @param paper where it lies that they say so in writing; may be absent where no account has asked
     */
    record Withdraw(@NotBlank @Size(max = 200) String reason, @Size(max = 200) String paper) {
        public Withdraw {
            paper = paper == null ? "" : paper.strip();
        }
    }

    /**
     * Consents.
     *
     * @param lead the department that takes in, collects and decides; absent for the section of the centre
     * @param organ in whose name it decides; absent for that of the lead's item, where it has one
     * @param kind what is done jointly; absent for an approval
     * @param days within how many working days all is decided
     * @param words which stand in the paper besides; absent for none
     */
    record Consent(
            @Size(max = 100) String lead,
            @Size(max = 200) String organ,
            BundleKind kind,
            @NotNull @Min(1) @Max(JointHandling.MOST_DAYS) Integer days,
            @Size(max = 1000) String words) {
        public Consent {
            lead = lead == null ? "" : lead.strip();
            organ = organ == null ? "" : organ.strip();
            kind = kind == null ? BundleKind.APPROVAL : kind;
            words = words == null ? "" : words.strip();
        }
    }
}
