package org.yichuang.notices.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.notices.api.NoticeError;
import org.yichuang.notices.api.NoticeTemplate;

/** The templates of the modules that are here, as they come and go. */
public class TemplateRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateRegistry.class);
    private static final String FORM = "[a-z][a-z0-9-]{0,39}/[a-z][a-z0-9-]{0,59}";

    private final Map<String, NoticeTemplate> templates = new ConcurrentHashMap<>();

    /** A template has come; one without a proper name, or with one that is there already, is left out. */
    public void bound(NoticeTemplate template) {
        if (template == null) {
            return;
        }
        ForeignCode.run(
                () -> {
                    if (!name(template).matches(FORM) || templates.putIfAbsent(name(template), template) != null) {
                        LOG.error("{} is left out: it is no name, or there already", name(template));
                    }
                },
                e -> LOG.error(
                        "A template of {} is left out", template.getClass().getName(), e));
    }

    /** A template goes. */
    public void unbound(NoticeTemplate template) {
        if (template != null) {
            templates.values().removeIf(each -> each == template);
        }
    }

    /** All of them, in the order of their names. */
    List<NoticeTemplate> all() {
        return templates.values().stream()
                .sorted(Comparator.comparing(TemplateRegistry::name))
                .toList();
    }

    /** @throws ProblemException {@code template-unknown} */
    NoticeTemplate get(String module, String kind) {
        NoticeTemplate template = templates.get(module + "/" + kind);
        if (template == null) {
            throw ProblemException.of(NoticeError.TEMPLATE_UNKNOWN, module + "/" + kind);
        }
        return template;
    }

    /** What people call a kind of message; its word where its module has gone. */
    public LocalizedMessage title(String module, String kind) {
        NoticeTemplate template = templates.get(module + "/" + kind);
        LocalizedMessage word = LocalizedMessage.verbatim(kind);
        return template == null
                ? word
                : ForeignCode.call(template::title, failure -> {
                    LOG.warn("{} has no title", module + "/" + kind, failure);
                    return word;
                });
    }

    private static String name(NoticeTemplate template) {
        return template.module() + "/" + template.kind();
    }
}
