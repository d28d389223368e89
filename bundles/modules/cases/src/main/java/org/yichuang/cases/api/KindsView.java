package org.yichuang.cases.api;

import java.util.List;

/**
 * Of which kinds a case is (R3-11, R3-12), as its centre calls them.
 *
 * @param kindName the kind that its item has by law
 * @param tags what it is besides; none where it is as any other
 * @param tagNames the names of these, in their order
 */
public record KindsView(String kindName, List<CaseTag> tags, List<String> tagNames) {
    public KindsView {
        tags = List.copyOf(tags);
        tagNames = List.copyOf(tagNames);
    }
}
