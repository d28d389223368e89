package org.yichuang.documents.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.documents.internal.domain.TemplateText;
import org.yichuang.documents.internal.domain.TextCheck;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;

/** The templates of the modules that are here, as they come and go. */
public class TemplateRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateRegistry.class);

    private final Map<String, DocumentTemplate> templates = new ConcurrentHashMap<>();
    private final ModuleRegistry modules;

    public TemplateRegistry(ModuleRegistry modules) {
        this.modules = modules;
    }

    /** A template has come; one that names facts that nobody gives is left out. */
    public synchronized void bound(DocumentTemplate template) {
        if (template == null) {
            return;
        }
        ForeignCode.run(
                () -> {
                    if (!isSound(template) || templates.putIfAbsent(name(template), template) != null) {
                        LOG.error(
                                "{} is left out: it names facts that nobody gives, or its name or mark is there already",
                                name(template));
                    }
                },
                e -> LOG.error(
                        "A template of {} is left out", template.getClass().getName(), e));
    }

    /** Two documents must not bear one number. */
    private boolean isSound(DocumentTemplate template) {
        return template.facts().containsAll(new TemplateText(template.text()).facts())
                && template.facts().containsAll(new TemplateText(template.title()).facts())
                && template.facts().containsAll(template.required())
                && templates.values().stream().noneMatch(other -> other.mark().equals(template.mark()));
    }

    /** A template goes. */
    public void unbound(DocumentTemplate template) {
        if (template != null) {
            templates.values().remove(template);
        }
    }

    /** @throws ProblemException {@code template-unknown} */
    DocumentTemplate get(String module, String kind) {
        DocumentTemplate template = templates.get(module + "/" + kind);
        if (template == null) {
            throw unknown(module, kind);
        }
        return template;
    }

    /** Whether a module that is here cannot fill in a centre's text. */
    boolean refuses(String name, String title, String text) {
        DocumentTemplate template = templates.get(name);
        return template != null && !new TextCheck(template).isSound(title, text);
    }

    static ProblemException unknown(String module, String kind) {
        return ProblemException.of(DocumentError.TEMPLATE_UNKNOWN, module + "/" + kind);
    }

    /** The templates of the modules that work for a centre, by name. */
    List<DocumentTemplate> of(Tenant centre) {
        return templates.values().stream()
                .filter(template -> modules.isOn(template.module(), centre))
                .sorted(Comparator.comparing(TemplateRegistry::name))
                .toList();
    }

    static String name(DocumentTemplate template) {
        return template.module() + "/" + template.kind();
    }
}
