package org.yichuang.documents.internal.health;

import java.util.List;
import org.yichuang.documents.internal.TemplateRegistry;
import org.yichuang.documents.internal.UnsoundTexts;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Are there kinds of documents that cannot be issued, or texts of centres that a module cannot fill in any more? */
class OwnTextCheck extends ModuleCheck {
    private static final int NAMED = 3;

    private final TemplateRegistry templates;
    private final UnsoundTexts texts;

    OwnTextCheck(TemplateRegistry templates, UnsoundTexts texts) {
        super("document-texts", DOCTOR);
        this.templates = templates;
        this.texts = texts;
    }

    @Override
    protected List<Finding> look() {
        List<String> leftOut = templates.leftOut();
        if (!leftOut.isEmpty()) {
            return List.of(Finding.fail(
                    LocalizedMessage.of(OwnTextCheck.class, "text-check.left-out", String.join(", ", leftOut)),
                    LocalizedMessage.of(OwnTextCheck.class, "text-check.left-out.look")));
        }
        List<String> unsound = texts.some(NAMED);
        return List.of(
                unsound.isEmpty()
                        ? Finding.ok(LocalizedMessage.of(OwnTextCheck.class, "text-check.none"))
                        : Finding.warn(
                                LocalizedMessage.of(
                                        OwnTextCheck.class, "text-check.unsound", String.join(", ", unsound)),
                                LocalizedMessage.of(OwnTextCheck.class, "text-check.look")));
    }
}
