package org.yichuang.windows.internal;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.windows.api.SealedKind;

/** What can be asked for about seals. */
public interface SealCommands {
    /** Gives a seal of a department to somebody at a window, by their account. */
    record OpenSeal(
            @NotBlank @Size(max = 40) String number,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String department,
            @NotBlank @Size(max = 100) String custodian) {}

    /** Gives it to somebody else. */
    record HandSealOver(@NotBlank @Size(max = 100) String custodian, @NotBlank @Size(max = 200) String reason) {}

    /**
     * Puts it to something.
     *
     * @param caseNumber absent where it is of no case; an approval always is of one
     * @param document the number or the name of what is sealed
     * @param copies how many copies; absent for one
     * @param applicant who has asked for it; absent where the keeper has
     */
    record UseSeal(
            @NotNull SealedKind kind,
            @NotBlank @Size(max = 100) String document,
            @Size(max = 100) String caseNumber,
            Integer copies,
            @Size(max = 50) String applicant) {}
}
