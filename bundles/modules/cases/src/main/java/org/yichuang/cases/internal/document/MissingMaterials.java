package org.yichuang.cases.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.PromiseWork;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;

/** What was not handed in, as papers name it. */
final class MissingMaterials {
    private MissingMaterials() {}

    static String of(Submission submission, Optional<ItemDefinition> item) {
        return named(submission.missing(), item);
    }

    /** The same of those of which nothing was promised, as the law has accepted without them. */
    static String unpromised(Submission submission, Optional<ItemDefinition> item) {
        return named(PromiseWork.unpromised(submission), item);
    }

    private static String named(List<String> codes, Optional<ItemDefinition> item) {
        List<Material> asked = item.map(ItemDefinition::materials).orElse(List.of());
        return codes.stream()
                .map(code -> asked.stream()
                        .filter(material -> material.code().equals(code))
                        .map(Material::name)
                        .findFirst()
                        .orElse(code))
                .collect(Collectors.joining(DocumentWords.words("comma")));
    }
}
