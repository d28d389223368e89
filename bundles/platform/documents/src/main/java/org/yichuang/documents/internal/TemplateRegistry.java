package org.yichuang.documents.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

/**
 * The templates of the modules that are here, as they come and go. What one says of itself is read once, when it comes:
 * a module that fails later keeps nobody else's documents back. Of two with one name or mark the first serves; the
 * other follows when that one goes.
 */
public class TemplateRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateRegistry.class);

    private final ModuleRegistry modules;
    private final List<Candidate> candidates = new ArrayList<>();
    private volatile Picture picture = new Picture(Map.of(), List.of());

    public TemplateRegistry(ModuleRegistry modules) {
        this.modules = modules;
    }

    private record Candidate(DocumentTemplate service, TemplateCopy copy) {}

    private record Picture(Map<String, TemplateCopy> serving, List<String> leftOut) {}

    /** A template has come. */
    public synchronized void bound(DocumentTemplate template) {
        if (template == null) {
            return;
        }
        ForeignCode.run(
                () -> candidates.add(new Candidate(template, TemplateCopy.of(template))),
                e -> LOG.error(
                        "A template of {} is left out", template.getClass().getName(), e));
        choose();
    }

    /** A template goes. */
    public synchronized void unbound(DocumentTemplate template) {
        candidates.removeIf(candidate -> candidate.service() == template);
        choose();
    }

    private void choose() {
        Map<String, TemplateCopy> serving = new TreeMap<>();
        Set<String> marks = new HashSet<>();
        List<String> leftOut = new ArrayList<>();
        for (Candidate candidate : candidates) {
            TemplateCopy copy = candidate.copy();
            // two documents must not bear one number
            if (isSound(copy) && !serving.containsKey(name(copy)) && marks.add(copy.mark())) {
                serving.put(name(copy), copy);
            } else {
                leftOut.add(name(copy));
            }
        }
        leftOut.stream()
                .filter(name -> !picture.leftOut().contains(name))
                .forEach(name -> LOG.error(
                        "{} is left out: it names facts that nobody gives, or its name or mark is there already",
                        name));
        picture = new Picture(Map.copyOf(serving), List.copyOf(leftOut));
    }

    private static boolean isSound(DocumentTemplate template) {
        return template.facts().containsAll(new TemplateText(template.text()).facts())
                && template.facts().containsAll(new TemplateText(template.title()).facts())
                && template.facts().containsAll(template.required());
    }

    /** Those that are here and do not serve, by name. */
    public List<String> leftOut() {
        return picture.leftOut();
    }

    /** @throws ProblemException {@code template-unknown} */
    DocumentTemplate get(String module, String kind) {
        DocumentTemplate template = picture.serving().get(module + "/" + kind);
        if (template == null) {
            throw unknown(module, kind);
        }
        return template;
    }

    /** The templates of the modules that work for a centre, by name. */
    List<DocumentTemplate> of(Tenant centre) {
        return picture.serving().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .<DocumentTemplate>map(Map.Entry::getValue)
                .filter(template -> modules.isOn(template.module(), centre))
                .toList();
    }

    /** Whether a module that is here cannot fill in a centre's text. */
    boolean refuses(String name, String title, String text) {
        DocumentTemplate template = picture.serving().get(name);
        return template != null && !new TextCheck(template).isSound(title, text);
    }

    static ProblemException unknown(String module, String kind) {
        return ProblemException.of(DocumentError.TEMPLATE_UNKNOWN, module + "/" + kind);
    }

    static String name(DocumentTemplate template) {
        return template.module() + "/" + template.kind();
    }
}
