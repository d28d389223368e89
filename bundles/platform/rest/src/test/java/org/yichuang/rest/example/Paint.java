package org.yichuang.rest.example;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * A body with a constraint in the validator's words, one in words of its own, and a field with a name that people know.
 */
public record Paint(
        @Size(max = 3) String name,
        @Pattern(regexp = "red|blue", message = "colour-invalid") String colour,
        @NotNull Boolean isGlossy) {
    /** A glossy one. */
    public Paint(String name, String colour) {
        this(name, colour, true);
    }
}
