package org.yichuang.documents.internal;

import java.util.Map;
import java.util.Set;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentTemplate;

/** What a template said of itself when it came. */
record TemplateCopy(
        String module,
        String kind,
        int version,
        String title,
        String mark,
        DocumentLayout layout,
        boolean isSealed,
        Set<String> facts,
        Map<String, String> factNames,
        Set<String> required,
        String text)
        implements DocumentTemplate {
    TemplateCopy {
        facts = Set.copyOf(facts);
        factNames = Map.copyOf(factNames);
        required = Set.copyOf(required);
    }

    static TemplateCopy of(DocumentTemplate template) {
        return new TemplateCopy(
                template.module(),
                template.kind(),
                template.version(),
                template.title(),
                template.mark(),
                template.layout(),
                template.isSealed(),
                template.facts(),
                template.factNames(),
                template.required(),
                template.text());
    }
}
