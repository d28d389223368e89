package org.yichuang.itests;

import java.util.Set;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentTemplate;

/** A kind of document that only a test issues. */
class SampleDocument implements DocumentTemplate {
    static final String MODULE = "cases";
    static final String KIND = "sample";

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "样张";
    }

    @Override
    public String mark() {
        return "样";
    }

    @Override
    public DocumentLayout layout() {
        return DocumentLayout.OFFICIAL;
    }

    @Override
    public boolean isSealed() {
        return true;
    }

    @Override
    public Set<String> facts() {
        return Set.of("item");
    }

    @Override
    public Set<String> required() {
        return facts();
    }

    @Override
    public String text() {
        return "事项 | {item}";
    }
}
