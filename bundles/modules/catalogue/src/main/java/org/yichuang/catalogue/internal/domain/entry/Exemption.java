package org.yichuang.catalogue.internal.domain.entry;

import java.time.LocalDate;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * By whose consent an item stays outside (M-CAT-6): at a province its government consents; below, the government of the
 * place decides when the centre above has given its opinion.
 *
 * @param decidedBy the government that consented
 * @param document by which document
 * @param decidedOn on which day
 * @param opinionOf the centre above that was asked; empty at a province
 * @param opinionDocument by which document it answered; empty at a province
 * @param reason the special circumstances
 */
public record Exemption(
        @NotBlank @Size(max = 100) String decidedBy,
        @NotBlank @Size(max = 100) String document,
        @NotNull LocalDate decidedOn,
        @Size(max = 100) String opinionOf,
        @Size(max = 100) String opinionDocument,
        @NotBlank @Size(max = 500) String reason) {}
