package org.yichuang.cases.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;

/** What was not handed in, as papers name it. */
final class MissingMaterials {
    private MissingMaterials() {}

    static String of(Submission submission, Optional<ItemDefinition> item) {
        List<Material> asked = item.map(ItemDefinition::materials).orElse(List.of());
        return submission.missing().stream()
                .map(code -> asked.stream()
                        .filter(material -> material.code().equals(code))
                        .map(Material::name)
                        .findFirst()
                        .orElse(code))
                .collect(Collectors.joining(DocumentWords.words("comma")));
    }
}
