package org.yichuang.catalogue.internal.domain.entry;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * An item that the hall should take in.
 *
 * @param code its code
 * @param name its name
 * @param department the competent department
 * @param vertical whether the department is managed from above (垂直管理部门), which counts like any other
 * @param entered whether it has entered
 */
public record ListedItem(
        @NotBlank @Size(max = 64) String code,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 200) String department,
        @NotNull Boolean vertical,
        @NotNull Boolean entered) {}
