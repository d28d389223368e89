package org.yichuang.catalogue.internal.domain.entry;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

/**
 * By whose approval an item leaves the hall (M-CAT-7): no department takes it out by itself.
 *
 * @param approvedBy who approved
 * @param document by which document
 * @param reason why
 */
public record Removal(
        @NotBlank @Size(max = 100) String approvedBy,
        @NotBlank @Size(max = 100) String document,
        @NotBlank @Size(max = 500) String reason) {}
