package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/** What is sent about joint annual inspections. */
public interface InspectionCommands {
    /**
     * Begins one.
     *
     * @param from the first day on which bodies come
     * @param to the last
     * @param parts who looks at what
     */
    record Open(
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotEmpty @Size(max = 30) List<@NotNull @Valid PartGiven> parts) {}

    /** A department, and the kind of certificate that it looks at. */
    record PartGiven(@NotBlank @Size(max = 60) String department, @NotBlank @Size(max = 60) String certificate) {}

    /** Calls bodies, at most 100 at once; those that are called already are left as they are. */
    record Call(@NotEmpty @Size(max = 100) List<@NotNull @Valid BodyGiven> bodies) {}

    /**
     * A body.
     *
     * @param idNumber its social credit code
     * @param account by which it applies online, so that it is told there; absent for none
     * @param certificates which of the inspection it has; absent for all
     */
    record BodyGiven(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 40) String idNumber,
            @Size(max = 100) String account,
            @Size(max = 30) List<@NotBlank @Size(max = 60) String> certificates) {
        public BodyGiven {
            account = account == null ? "" : account.strip();
            certificates = certificates == null ? List.of() : List.copyOf(certificates);
        }
    }

    /**
     * What a department has found.
     *
     * @param passed whether all is in order
     * @param words what is to be put right; may be absent where all is in order
     * @param due until when it is to be put right; absent where all is in order
     */
    record Find(
            @NotBlank @Size(max = 60) String certificate,
            @NotNull Boolean passed,
            @Size(max = 1000) String words,
            LocalDate due) {
        public Find {
            words = words == null ? "" : words.strip();
        }
    }

    /** A department has seen that something is put right. */
    record PutRight(@NotBlank @Size(max = 60) String certificate, @NotBlank @Size(max = 1000) String words) {}
}
