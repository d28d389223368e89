package org.yichuang.windows.internal;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/** What devices of the hall ask for; each says its key. */
public interface ScreenCommands {
    /** Somebody takes a ticket of a group at a machine. */
    record TakeAtMachine(
            @NotBlank @Size(max = 40) String device,
            @NotBlank @Size(max = 60) String key,
            @NotBlank @Size(max = 3) String group) {}

    /** A machine has printed a ticket, or its printer has failed. */
    record PrintAtMachine(
            @NotBlank @Size(max = 40) String device, @NotBlank @Size(max = 60) String key, @NotNull Boolean printed) {}
}
