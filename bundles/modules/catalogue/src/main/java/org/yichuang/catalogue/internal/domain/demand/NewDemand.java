package org.yichuang.catalogue.internal.domain.demand;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.Material.Demand;

/**
 * What may be demanded from now on.
 *
 * @param code by which materials name it
 * @param kind a certificate or a service
 * @param name what it is called
 * @param basis by which provision it may be demanded
 * @param issuer who makes it out, or does it
 */
public record NewDemand(
        @NotBlank @Size(max = 40) String code,
        @NotNull Demand.Kind kind,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 1000) String basis,
        @NotBlank @Size(max = 200) String issuer) {}
