package org.yichuang.rest.example;

import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/** A body with a constraint in the validator's words, and one in words of its own. */
public record Paint(
        @Size(max = 3) String name, @Pattern(regexp = "red|blue", message = "colour-invalid") String colour) {}
