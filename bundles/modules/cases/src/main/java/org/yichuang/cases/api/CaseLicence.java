package org.yichuang.cases.api;

import java.time.LocalDate;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * The result that was granted before, of which an application is.
 *
 * @param number the number of its certificate
 * @param matter what is applied for
 * @param validUntil its last day, as the register has told; null for without end, and where no register has told it
 * @param decideBy the day by which a renewal that was applied for in time is decided, or counts as granted (art. 50);
 *     null for everything else
 * @param tooLate whether a register has found that its renewal was applied for too late for that; where nothing is
 *     deemed for another reason, this says nothing
 */
public record CaseLicence(
        String number, LicenceMatter matter, LocalDate validUntil, LocalDate decideBy, boolean tooLate) {
    /** One of which nobody has reckoned that it came too late. */
    public CaseLicence(String number, LicenceMatter matter, LocalDate validUntil, LocalDate decideBy) {
        this(number, matter, validUntil, decideBy, false);
    }

    /** Whether its renewal counts as granted once its last day has passed. */
    public boolean isTimed() {
        return decideBy != null;
    }

    /** Whether its renewal was applied for too late for that. */
    public boolean isLate() {
        return tooLate;
    }

    /**
     * The same as it is asked for.
     *
     * @param number the number of its certificate
     * @param matter what is to become of it
     */
    public record Given(@NotBlank @Size(max = 200) String number, @NotNull LicenceMatter matter) {}
}
