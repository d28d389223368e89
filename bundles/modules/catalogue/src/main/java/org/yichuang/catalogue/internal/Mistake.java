package org.yichuang.catalogue.internal;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

/**
 * That something was entered by mistake.
 *
 * @param reason what is wrong with it
 */
public record Mistake(@NotBlank @Size(max = 500) String reason) {}
