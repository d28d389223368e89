package org.yichuang.cases.internal;

import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.Size;

/** What is sent about what is kept, and what no longer. */
public interface RetentionCommands {
    /**
     * Proposes that cases be removed.
     *
     * @param numbers at most 100, each of which nothing keeps
     * @param words why, as the register of what was removed says for good
     */
    record Propose(
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 40) String> numbers,
            @NotBlank @Size(max = 200) String words) {}

    /** Turns a proposal down, or takes one's own back. */
    record Reject(@NotBlank @Size(max = 200) String reason) {}

    /**
     * A case is kept whatever its years are.
     *
     * @param basis the number of the writ that demands it, which names nobody
     */
    record Hold(@NotBlank @Size(max = 40) String number, @NotBlank @Size(max = 100) String basis) {}

    /** Nothing of the kind keeps it any more. */
    record Lift(@NotBlank @Size(max = 100) String reason) {}
}
