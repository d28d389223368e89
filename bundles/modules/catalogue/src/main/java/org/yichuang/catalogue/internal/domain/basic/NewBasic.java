package org.yichuang.catalogue.internal.domain.basic;

import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.kernel.api.Level;

/**
 * An item that there is from now on.
 *
 * @param code its basic code (12 digits), or one of a local scheme
 * @param name its name, which no list below changes
 * @param type its type, the same
 * @param basis its legal basis, the same
 * @param levels the levels that do it: each of their centres is to publish how
 * @param revision in which state it was seen, 0 for none; absent: whatever is there is replaced
 */
public record NewBasic(
        @NotBlank @Size(max = 64) String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull ItemType type,
        @NotBlank @Size(max = 2000) String basis,
        @NotEmpty @Size(max = 4) List<@NotNull Level> levels,
        Long revision) {}
