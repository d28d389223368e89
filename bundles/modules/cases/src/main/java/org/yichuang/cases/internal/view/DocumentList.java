package org.yichuang.cases.internal.view;

import java.util.List;
import org.yichuang.cases.internal.CaseDocument;

/**
 * The documents of a case on a page.
 *
 * @param items in the order of their issue
 * @param below where their files are
 * @param isHandedInHere whether the case was handed in here: then it has had a receipt since there are documents
 */
public record DocumentList(List<CaseDocument> items, String below, boolean isHandedInHere) {
    public DocumentList {
        items = List.copyOf(items);
    }
}
